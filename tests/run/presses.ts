/** `tests/run/presses.ts DIR`: after the end-to-end tests, is there a request that no screen sent? */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requests } from '../../utils/messages/requests';

/** Sent by content scripts, which the noting does not reach; the tests of flags see the answers. */
const BY_GUESTS: readonly string[] = ['flags.get', 'guest.language'];

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of the lists.');
const pressed = new Set<unknown>(
  readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8'))),
);
const silent = Object.keys(requests).filter(
  (name) => !pressed.has(name) && !BY_GUESTS.includes(name),
);
for (const name of silent) {
  console.error(`No end-to-end test sends ${name} through a screen: press its button in one.`);
}
console.log(`${pressed.size} requests were sent by screens; ${silent.length} were not.`);
process.exitCode = silent.length === 0 ? 0 : 1;
