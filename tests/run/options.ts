import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StartOptions {
  headless: boolean;
  /** Folder of the report; only with `headless`. */
  out: string;
  seed: number;
  clients: number;
  qboSamples: string | undefined;
}

const USAGE = `npm start                     opens Chromium with the extension and both apps
npm start -- --headless --out DIR [--seed S] [--clients N] [--qbo-samples DIR]
                              works through it and reports to DIR`;

/** Options of `npm start`; throws an Error with the usage for what it does not know. */
export function parseOptions(args: string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args,
      options: {
        headless: { type: 'boolean', default: false },
        out: { type: 'string', default: 'out' },
        seed: { type: 'string', default: '1' },
        clients: { type: 'string', default: '40' },
        'qbo-samples': { type: 'string' },
      },
    });
    const samples = values['qbo-samples'];
    return {
      headless: values.headless,
      out: resolve(values.out),
      seed: wholeNumber('seed', values.seed),
      clients: wholeNumber('clients', values.clients),
      qboSamples: samples === undefined ? undefined : resolve(samples),
    };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`--${name} takes a whole number, not ${text}`);
}
