/** `npm run new -- check lateFee currency`: writes what a common addition needs, and says what is left. */
import { additionOf } from './additions';
import { apply, CannotAdd } from './edits';

try {
  const files = apply(process.cwd(), additionOf(process.argv.slice(2)));
  console.log(`${files.map((file) => `  ${file}`).join('\n')}\n`);
  console.log('Look for TODO in them; npm run test:core says what is still missing.');
} catch (error) {
  if (!(error instanceof CannotAdd)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
