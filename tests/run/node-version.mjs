/**
 * Says it when Node is too old. The syntax here and in start.mjs is one that old versions read too,
 * or they would answer with a syntax error instead.
 */
const NODE_MIN = [20, 19];

/** What is wrong with this version of Node; null when it will do. */
export function nodeTrouble(version) {
  const numbers = version.split('.').map(Number);
  const isNew =
    numbers[0] > NODE_MIN[0] || (numbers[0] === NODE_MIN[0] && numbers[1] >= NODE_MIN[1]);
  if (isNew) return null;
  return `Node ${NODE_MIN.join('.')} or newer is needed, and this is ${version}: install a newer one (https://nodejs.org) and start again.`;
}
