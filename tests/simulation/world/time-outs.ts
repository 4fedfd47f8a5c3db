/**
 * Requests of the extension give up after a minute by `AbortSignal.timeout`, which counts real
 * time. Here time is the world's own, and a request that hangs is ended by whoever made it hang; so
 * these signals never fire: one that never does is enough for all.
 */
const never = new AbortController().signal;

AbortSignal.timeout = () => never;
