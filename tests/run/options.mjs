/** What `npm start` can be told. Node's built-ins alone: it is read before anything is installed. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `npm start                     opens Chromium with the extension and both apps, signed in;
                              without a display it works through the product headless
npm start -- --headless       works through the product headless, with a display too
  --headed                    opens Chromium even where no display is found
  --out DIR                   where the headless way leaves its pictures and report (out)
  --seed S --clients N        another firm (1, 40)
  --qbo-samples DIR           fills QuickBooks from recorded responses
  --debug                     says where something went wrong
  --help                      this text`;

/** Asked for in a way that is not understood: what is wrong, and the usage. */
export class UsageError extends Error {
  constructor(sentence) {
    super(`${sentence}\n\n${USAGE}`);
  }
}

const TAKEN = {
  headless: { type: 'boolean', default: false },
  headed: { type: 'boolean', default: false },
  out: { type: 'string' },
  seed: { type: 'string', default: '1' },
  clients: { type: 'string', default: '40' },
  'qbo-samples': { type: 'string' },
  debug: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/** Options of `npm start`; throws a UsageError for what it does not know. */
export function parseOptions(args) {
  const { out, headless, headed, debug, help, ...values } = read(args);
  // A report is what the headless way makes.
  if (headed && (headless || out !== undefined))
    throw new UsageError(`--headed and ${headless ? '--headless' : '--out'} exclude each other.`);
  const samples = values['qbo-samples'];
  return {
    headless: headless || out !== undefined,
    headed,
    out: folder('out', out ?? 'out'),
    seed: wholeNumber('seed', values.seed),
    clients: wholeNumber('clients', values.clients),
    qboSamples: samples === undefined ? undefined : folder('qbo-samples', samples),
    debug,
    help,
  };
}

function read(args) {
  try {
    return parseArgs({ args, options: TAKEN }).values;
  } catch (error) {
    // The sentences after the first tell a programmer how to call `parseArgs`.
    const [sentence = ''] = error.message.split(/\.\s/);
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`);
  }
}

function wholeNumber(name, text) {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`--${name} takes a whole number, not "${text}".`);
}

function folder(name, text) {
  if (text.trim() !== '') return resolve(text);
  throw new UsageError(`--${name} takes a folder.`);
}

/** The same options as arguments, for the process that opens the browser. */
export function argsOf({ headless, headed, out, seed, clients, qboSamples, debug }) {
  return [
    ...(headless ? ['--headless', `--out=${out}`] : []),
    ...(headed ? ['--headed'] : []),
    `--seed=${seed}`,
    `--clients=${clients}`,
    ...(qboSamples === undefined ? [] : [`--qbo-samples=${qboSamples}`]),
    ...(debug ? ['--debug'] : []),
  ];
}
