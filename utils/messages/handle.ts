import type { Handlers, RequestName } from './requests';

/** Calls the handler of a request whose body its schema has already accepted. */
export function handleWith(
  handlers: Handlers,
): (name: RequestName, request: unknown) => Promise<unknown> {
  const table: Record<RequestName, (request: never) => Promise<unknown>> = handlers;
  return (name, request) => table[name](request as never);
}
