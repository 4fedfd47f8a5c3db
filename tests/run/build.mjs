/** Builds the extension as `npm run build` does, into a folder of one's own. */
import { build } from 'wxt';
import { ROOT } from './process.mjs';

await build({ root: ROOT, outDir: process.argv[2] });
