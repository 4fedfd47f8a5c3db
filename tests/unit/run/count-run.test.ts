import { expect, test } from 'vitest';
import type { Control } from '../../e2e/harness/control';
import { writesIntoBooks } from '../../e2e/harness/control';

test('a note that the browsers of the firm share is no write into the books', async () => {
  const write = { site: 'qbo' as const, method: 'POST', status: 200, faults: [] };
  const note = { ...write, path: '/api/v3/company/1/attachable?minorversion=75' };
  const invoice = { ...write, path: '/api/v3/company/1/invoice?requestid=a' };
  const control: Pick<Control, 'requests'> = {
    requests: async () => ({ counts: {}, writes: [note, invoice, note] }),
  };
  expect(await writesIntoBooks(control)).toEqual([invoice]);
});
