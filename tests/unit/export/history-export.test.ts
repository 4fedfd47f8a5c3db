import { expect, test } from 'vitest';
import { historyExport, ROWS_MAX } from '../../../utils/export/history-export';
import { buildReply, buildRequest } from '../../../utils/export/offscreen-messages';
import { entry, historyOf, run } from './sample';

test('takes a history and refuses one with a mistyped field', () => {
  expect(historyExport.safeParse(historyOf([entry])).success).toBe(true);
  const wrong = [{ amountCents: 1.5 }, { date: '2026-02-30x' }, { at: 'yesterday' }, { status: 7 }];
  for (const field of wrong) {
    const input = { ...historyOf([]), entries: [{ ...entry, ...field }] };
    expect(historyExport.safeParse(input).success, JSON.stringify(field)).toBe(false);
  }
});

test('refuses more rows than the limit', () => {
  const runs = Array.from({ length: ROWS_MAX }, () => run);
  expect(historyExport.safeParse(historyOf([], runs)).success).toBe(true);
  expect(historyExport.safeParse(historyOf([], [...runs, run])).success).toBe(false);
});

test('the two contexts take only messages of their own table', () => {
  const message = { target: 'offscreen', name: 'history.build', input: historyOf([entry]) };
  expect(buildRequest.safeParse(message).success).toBe(true);
  expect(buildRequest.safeParse({ ...message, target: 'popup' }).success).toBe(false);
  expect(buildReply.safeParse({ ok: true, url: 'https://example.com/x' }).success).toBe(false);
  expect(buildReply.safeParse({ ok: false, error: 'no' }).success).toBe(true);
});
