import { describe, expect, test } from 'vitest';
import { nodeTrouble } from '../../run/node-version.mjs';
import { openingTrouble } from '../../run/opening-trouble';
import { packagesTrouble } from '../../run/packages.mjs';
import { sentenceOf, Trouble } from '../../run/trouble.mjs';

const failed = (message: string) => new Error(`browserType.launchPersistentContext: ${message}`);
const opening = (error: Error, env = {}, samples?: string) =>
  sentenceOf(openingTrouble(error, { CHROMIUM_PATH: '/c', ...env }, samples));

describe('an error is one sentence that says what to do', () => {
  test.each([
    [new Trouble('Do this.'), 'Do this.'],
    [Object.assign(new Error('x'), { code: 'EADDRINUSE', port: 8443 }), /^Port 8443 is taken/],
    [Object.assign(new Error('x'), { code: 'EACCES', path: '/a' }), /no permission for \/a:/],
    [Object.assign(new Error('x'), { code: 'ENOSPC' }), /^The disk is full/],
    [new Error('one\n  at two'), 'Something unexpected went wrong: one.'],
    ['text', 'Something unexpected went wrong: text.'],
    [undefined, 'Something unexpected went wrong: undefined.'],
  ])('%o', (error, sentence) => {
    expect(sentenceOf(error)).toMatch(sentence);
    expect(sentenceOf(error)).not.toContain('\n');
  });

  test('a display that does not answer, or is not there', () => {
    const error = failed('Target closed\nBrowser logs:\nMissing X server or $DISPLAY');
    expect(opening(error, { DISPLAY: ':9' })).toMatch(/on the display :9: use --headless/);
    expect(opening(error, { DISPLAY: '' })).toMatch(/no display here: use --headless/);
  });

  test('a browser that does not start, or starts without the extension', () => {
    expect(opening(failed('Failed to launch the browser process'))).toMatch(/^\/c did not start:/);
    const late = new Error('browserContext.waitForEvent: waiting for event "serviceworker"');
    expect(opening(late)).toMatch(/^\/c started, but without the extension/);
  });

  test('recorded responses that cannot be read; without any, it is another error', () => {
    expect(opening(new SyntaxError('Unexpected token'), {}, '/s')).toMatch(/responses in \/s /);
    expect(opening(new SyntaxError('Unexpected token'))).toMatch(/unexpected/);
  });

  test('packages that npm could not install', () => {
    const refused =
      'npm error code ECONNREFUSED\nnpm error request to https://r.example/zod failed';
    expect(packagesTrouble(refused)).toMatch(/https:\/\/r\.example cannot be reached/);
    const other =
      'npm error code EUSAGE\nnpm error\nnpm error The lock file is old\nnpm error more';
    expect(packagesTrouble(other)).toMatch(/npm says: The lock file is old\.$/);
    expect(packagesTrouble('')).toMatch(/npm ci shows all of it\.$/);
  });

  test.each([
    ['18.20.4', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.0.0', true],
  ])('Node %s', (version, isEnough) => {
    expect(nodeTrouble(version) === null).toBe(isEnough);
  });
});
