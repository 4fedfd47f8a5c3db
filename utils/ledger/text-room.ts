import type { Side } from './side';
import { TRAITS } from './traits';

/** `#` and the firm's short id, which a tag gets when it is written. */
const STAMP_LENGTH = 8;

/** Can the text stand there whole, with its tag where it has one? */
export function hasRoom(memo: string, marker: string | null, side: Side): boolean {
  const own = marker === null ? 0 : marker.length + STAMP_LENGTH;
  const tail = own === 0 || memo === '' ? own : own + 1;
  return memo.length + tail <= TRAITS[side].textMax;
}
