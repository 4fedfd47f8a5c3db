/** `npm start`: sets up, then opens the product against the stand-ins (see start.ts). */
import { join } from 'node:path';
import { ROOT, runScript, scriptOf } from './process.mjs';
import { setUp } from './setup.mjs';

setUp();
const script = join(ROOT, 'tests/run/start.ts');
process.exitCode = await runScript(scriptOf('tsx'), [script, ...process.argv.slice(2)]);
