import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { argsOf, parseOptions, USAGE } from '../../run/options.mjs';

describe('options of npm start', () => {
  test('without any, a browser is opened', () => {
    expect(parseOptions([])).toEqual({
      headless: false,
      headed: false,
      out: resolve('out'),
      seed: 1,
      clients: 40,
      qboSamples: undefined,
      debug: false,
      help: false,
    });
  });

  test('a report asks for the headless way', () => {
    expect(parseOptions(['--out', '/x'])).toMatchObject({ headless: true, out: '/x' });
  });

  test.each([
    [['--headless', '--out', '/x', '--seed', '3', '--clients', '0', '--qbo-samples', '/s']],
    [['--headed', '--debug']],
    [['--headless', '--out=-x']],
  ])('%j reach the process that opens the browser', (args) => {
    const options = parseOptions(args);
    expect(parseOptions(argsOf(options))).toEqual(options);
  });

  test.each([
    [['--nope'], /Unknown option '--nope'\./],
    [['word'], /Unexpected argument 'word'\./],
    [['--out'], /--out/],
    [['--out='], /--out takes a folder/],
    [['--qbo-samples', ' '], /--qbo-samples takes a folder/],
    [['--headless=yes'], /--headless/],
    [['--seed', '1.5'], /--seed takes a whole number, not "1\.5"/],
    [['--clients', '-1'], /--clients/],
    [['--headed', '--headless'], /--headed and --headless exclude each other/],
    [['--headed', '--out', 'x'], /--headed and --out exclude each other/],
  ])('%j are answered with what is wrong and the usage', (args, wrong) => {
    expect(() => parseOptions(args)).toThrow(wrong);
    expect(() => parseOptions(args)).toThrow(USAGE);
  });

  test('the usage names each of them', () => {
    for (const name of Object.keys(parseOptions([]))) {
      const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(USAGE).toContain(`--${option}`);
    }
  });
});
