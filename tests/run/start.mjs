/** `npm start`: everything that it does is in supervise.mjs, which only a newer Node can read. */
import { nodeTrouble } from './node-version.mjs';

const trouble = nodeTrouble(process.versions.node);
if (trouble) {
  console.error(trouble);
  process.exit(1);
}
import('./supervise.mjs')
  .then((module) => module.supervise(process.argv.slice(2)))
  .then((code) => process.exit(code));
