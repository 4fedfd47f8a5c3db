/** Says what went wrong as a sentence that somebody can act on. Node's built-ins alone. */

/** What a person can put right: the message says what is wrong and what to do. */
export class Trouble extends Error {
  name = 'Trouble';
}

const BY_CODE = {
  EACCES: (what) => `There is no permission for ${what}: allow it, or start as another user.`,
  EPERM: (what) => `There is no permission for ${what}: allow it, or start as another user.`,
  EROFS: (what) => `${what} is on a disk that cannot be written: use a copy elsewhere.`,
  ENOSPC: () => 'The disk is full: make room and start again.',
  EMFILE: () => 'Too many files are open on this machine: close some programs and start again.',
  EADDRINUSE: (what) => `${what} is taken by another program: start again, which takes another.`,
  EADDRNOTAVAIL: (what) => `${what} cannot be opened: this machine needs a 127.0.0.1.`,
};

/** One sentence for whatever was thrown. */
export function sentenceOf(error) {
  if (error instanceof Trouble) return error.message;
  const say = BY_CODE[error?.code];
  return say ? say(whatOf(error)) : `Something unexpected went wrong: ${firstLine(error)}`;
}

/** Prints the sentence, and where it happened for somebody who asked with `--debug`. */
export function complain(error, debug) {
  console.error(sentenceOf(error));
  if (debug) console.error(error);
  else if (!(error instanceof Trouble)) console.error('With --debug it says where.');
}

/** The first line of an error's message, as the end of a sentence. */
export function firstLine(error) {
  const text = error instanceof Error ? error.message : String(error);
  const line = text.split('\n').find((one) => one.trim() !== '') ?? 'no reason was given';
  return /[.!?]$/.test(line.trim()) ? line.trim() : `${line.trim()}.`;
}

function whatOf({ path, port, syscall }) {
  if (port !== undefined) return `Port ${port}`;
  return path ?? syscall ?? 'something';
}
