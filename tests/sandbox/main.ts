import { parseArgs } from 'node:util';
import { type SandboxOptions, startSandbox } from './server';

/** `npm run sandbox -- --port P --http-port H --seed S --clients N --country CA …` */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8443' },
    'http-port': { type: 'string', default: '8480' },
    seed: { type: 'string', default: '1' },
    clients: { type: 'string', default: '40' },
    country: { type: 'string', default: 'CA' },
    'time-scale': { type: 'string', default: '1' },
    'qbo-samples': { type: 'string' },
    findings: { type: 'string', default: 'auto' },
    'web-late': { type: 'string', default: '0' },
    'web-virtual': { type: 'boolean', default: false },
    'web-wipes': { type: 'boolean', default: false },
    'web-language': { type: 'string', default: 'en' },
    'web-hash': { type: 'boolean', default: false },
  },
});

const samples = values['qbo-samples'];
const options: SandboxOptions = {
  port: wholeNumber('port', values.port),
  httpPort: wholeNumber('http-port', values['http-port']),
  seed: wholeNumber('seed', values.seed),
  clients: wholeNumber('clients', values.clients),
  country: oneOf('country', values.country, ['CA', 'US'] as const),
  timeScale: wholeNumber('time-scale', values['time-scale']),
  findings: oneOf('findings', values.findings, ['auto', 'all', 'none'] as const),
  web: {
    lateMs: wholeNumber('web-late', values['web-late']),
    virtualLists: values['web-virtual'],
    wipes: values['web-wipes'],
    language: oneOf('web-language', values['web-language'], ['en', 'fr'] as const),
    hash: values['web-hash'],
  },
  ...(samples === undefined ? {} : { qboSamples: samples }),
};

const sandbox = await startSandbox(options);
const { httpsPort, httpPort, realm, firm } = sandbox;
console.log(`ready ${JSON.stringify({ httpsPort, httpPort, realm, firm })}`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number, not ${text}`);
  return Number(text);
}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new Error(`--${name} takes one of ${allowed.join(', ')}`);
  return found;
}
