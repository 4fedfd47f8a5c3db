import { describe, expect, it } from 'vitest';
import { browserName } from '../../../utils/worker/browser-name';

const CHROME = '(KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

describe('the name of this browser', () => {
  for (const [agent, name] of [
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 ${CHROME}`, 'Chrome on Windows'],
    [
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 ${CHROME} Edg/131.0.0.0`,
      'Edge on Mac',
    ],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 ${CHROME}`, 'Chrome on ChromeOS'],
    ['something else', 'Chrome'],
  ] as const) {
    it(`is ${name}`, () => expect(browserName(agent)).toBe(name));
  }
});
