import { expect, test } from 'vitest';
import { type Box, COMPACT_WIDTH, placeBadge } from '../../../utils/guest/badge-place';

const box = (left: number, right: number, top = 0, bottom = 36): Box => ({
  left,
  right,
  top,
  bottom,
});
const link = box(100, 200, 8, 28);

test.each([
  ['with its word where there is room', box(90, 400), { left: 206, compact: false }],
  ['as an icon where there is little', box(90, 230), { left: 206, compact: true }],
  ['left of a link at the right edge', box(20, 205), { left: 74, compact: true }],
  ['over the end of the cell where there is none', box(90, 210), { left: 198, compact: true }],
])('stands %s', (_name, room, place) => {
  expect(placeBadge(link, room, 100)).toMatchObject({ middle: 18, ...place });
});

test('stands beside what is seen of a link that is cut off', () => {
  expect(placeBadge(link, box(90, 150), 100)).toMatchObject({ left: 150 - COMPACT_WIDTH + 8 });
});

test.each([
  ['out of view', box(300, 400)],
  ['scrolled above its list', box(90, 400, 20, 60)],
  ['scrolled below its list', box(90, 400, 0, 16)],
])('is not there when the link is %s', (_name, room) => {
  expect(placeBadge(link, room, 100)).toBeNull();
});
