/** What the background worker and the offscreen page say to each other. */
import { z } from 'zod/mini';
import { historyExport } from './history-export';

/** The router of every other context leaves messages with this target alone. */
export const OFFSCREEN = 'offscreen';

export const buildRequest = z.object({
  target: z.literal(OFFSCREEN),
  name: z.literal('history.build'),
  input: historyExport,
});

/** A blob URL that lives as long as the offscreen page, or why there is none. */
export const buildReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), url: z.string().check(z.startsWith('blob:')) }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

export type BuildRequest = z.infer<typeof buildRequest>;
export type BuildReply = z.infer<typeof buildReply>;
