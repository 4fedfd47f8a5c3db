/** Rows as texts that fit into notes, and back: JSON, deflated, base64, cut into parts. */

import { z } from 'zod';
import { fromBase64, toBase64 } from '../export/mappings-bytes';
import { sha256Of } from '../platform/sha256';
import type { SetupRows } from './rows';

/** A text of a note less what stands before it. */
export const PART_LENGTH_MAX = 1_800;
/** 180 kB as base64: some 30,000 rows. */
export const PARTS_MAX = 100;
/** What unpacks to more is no set-up of ours. */
const TEXT_LENGTH_MAX = 8_000_000;

const stored = z.array(z.tuple([z.string(), z.string()]));

export interface Packed {
  readonly parts: readonly string[];
  /** SHA-256 of all parts as one text, in hexadecimal. */
  readonly hash: string;
}

/** Throws RangeError for more than fits. The same rows always give the same parts. */
export async function packRows(rows: SetupRows): Promise<Packed> {
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  const bytes = new Blob([JSON.stringify(sorted)]).stream();
  const packed = bytes.pipeThrough(new CompressionStream('deflate-raw'));
  const text = toBase64(await new Response(packed).arrayBuffer());
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += PART_LENGTH_MAX) {
    parts.push(text.slice(at, at + PART_LENGTH_MAX));
  }
  if (parts.length > PARTS_MAX) throw new RangeError(`${parts.length} parts`);
  return { parts, hash: await sha256Of(text) };
}

/** Throws when a part is damaged or what it holds is no set-up. */
export async function unpackRows({ parts, hash }: Packed): Promise<SetupRows> {
  const text = parts.join('');
  if ((await sha256Of(text)) !== hash) throw new Error('the parts do not add up to the hash');
  const bytes = new Blob([fromBase64(text)]).stream();
  const json = await textOf(bytes.pipeThrough(new DecompressionStream('deflate-raw')));
  return new Map(stored.parse(JSON.parse(json)));
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > TEXT_LENGTH_MAX) throw new RangeError('more than any set-up holds');
  }
}
