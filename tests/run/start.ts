/**
 * The browser half of `npm start`, as supervise.mjs starts it: the extension in front of the
 * stand-ins. It leaves its temporary files to the supervisor, and may therefore end at once.
 */
import { ENDING_SIGNALS, exitCodeOf } from './ending.mjs';
import { parseOptions } from './options.mjs';
import { showProduct } from './show-product';
import { tourProduct } from './tour-product';
import { complain } from './trouble.mjs';

const options = parseOptions(process.argv.slice(2));

for (const signal of ENDING_SIGNALS) process.on(signal, () => process.exit(exitCodeOf(signal)));
// The supervisor is gone and cannot tell any more.
process.on('disconnect', () => process.exit(1));
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
process.on('uncaughtException', fail);

function fail(error: unknown): never {
  complain(error, options.debug);
  process.exit(1);
}

const work = options.headless ? tourProduct(options) : showProduct(options);
work.then((code) => process.exit(code), fail);
