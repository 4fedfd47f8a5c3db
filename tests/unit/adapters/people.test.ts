import { expect, it } from 'vitest';
import { PeopleSent } from '../../../utils/qbo/people';

const MINUTE_MS = 60_000;

it('tells once of what was sent, and of nothing that the limits do not look back to', () => {
  let nowMs = 1_000_000;
  const people = new PeopleSent(() => nowMs);
  people.note();
  nowMs += MINUTE_MS + 1;
  people.note();
  people.note();
  expect(people.take()).toEqual([nowMs, nowMs]);
  expect(people.take()).toEqual([]);
});
