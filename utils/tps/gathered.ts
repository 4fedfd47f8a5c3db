/**
 * The transport of one of several pieces of work. TPS takes one thing at a time, so what they ask
 * at once goes side by side, a few at a time, and the same question is asked once.
 */
import { settleInParallel } from '../http/in-parallel';
import type { Seat, Together } from '../platform/meeting';
import type { TpsReply, TpsRequest, TpsTransport, TpsWrite } from './transport';

/** TPS's pages ask four things at a time, at most. */
export const PARALLEL_MAX = 4;

/** Gives each piece of work its own transport. */
export function gathering(transport: TpsTransport): (seat: Seat) => TpsTransport {
  const reads: Together<TpsRequest, TpsReply> = async (requests) => {
    const different = [...new Map(requests.map((one) => [keyOf(one), one])).values()];
    const answers = await settleInParallel(different, PARALLEL_MAX, transport.get);
    const keys = different.map(keyOf);
    return requests.flatMap((one) => answers[keys.indexOf(keyOf(one))] ?? []);
  };
  const writes: Together<TpsWrite, TpsReply> = (requests) =>
    settleInParallel(requests, PARALLEL_MAX, transport.write);
  return (seat) => {
    /** Of seconds ago: a write says which version it is meant for, so it is asked once. */
    const known = new Map<string, Promise<TpsReply>>();
    return {
      get(request) {
        const key = keyOf(request);
        const reply = known.get(key) ?? seat.together(reads, request);
        if (request.params === undefined) known.set(key, reply);
        return reply;
      },
      write(request) {
        known.clear();
        return seat.together(writes, request);
      },
    };
  };
}

function keyOf({ path, params }: TpsRequest): string {
  return `${path}?${new URLSearchParams(params)}`;
}
