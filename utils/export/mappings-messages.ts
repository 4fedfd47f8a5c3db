/** What the background worker and the offscreen page say to each other about mappings files. */
import { z } from 'zod/mini';
import { FILE_BYTES_MAX, mappingsBook, workbookTexts } from './mappings-book';
import { base64Length } from './mappings-bytes';
import { OFFSCREEN } from './offscreen-messages';

/** A file on its way, as base64: messages of extensions are JSON. */
export const fileText = z.string().check(z.maxLength(base64Length(FILE_BYTES_MAX)));

export const mappingsRequest = z.discriminatedUnion('name', [
  z.object({
    target: z.literal(OFFSCREEN),
    name: z.literal('mappings.build'),
    input: mappingsBook,
  }),
  z.object({ target: z.literal(OFFSCREEN), name: z.literal('mappings.read'), file: fileText }),
]);

export const readReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), texts: workbookTexts }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

export type MappingsRequest = z.infer<typeof mappingsRequest>;
export type ReadReply = z.infer<typeof readReply>;
