import { z } from 'zod/mini';
import { OFFSCREEN } from '../export/offscreen-messages';

/** The worker asks the offscreen page for a blob address of a scratch file. */
export const scratchUrlRequest = z.object({
  target: z.literal(OFFSCREEN),
  name: z.literal('backup.url'),
  file: z.string().check(z.minLength(1), z.maxLength(100)),
});
export type ScratchUrlRequest = z.infer<typeof scratchUrlRequest>;
