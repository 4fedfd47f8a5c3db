/**
 * Chrome did not do what the extension asked of it. It refuses a worker that it is about to end
 * ("No SW"): what was under way is as if the worker had been ended a moment earlier.
 */
export class ChromeSilent extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause));
    this.name = 'ChromeSilent';
  }
}

/** Asks Chrome; throws `ChromeSilent` where it does not answer. */
export async function fromChrome<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ChromeSilent(error);
  }
}
