import { expect, it } from 'vitest';
import { qboPage } from '../../../utils/qbo/page-of';

it.each([
  ['118', 'recvpayment?txnId=118'],
  ['J45', 'journal?txnId=45'],
])('shows payment %s', (id, page) => {
  expect(qboPage('payment', id)).toBe(`https://qbo.intuit.com/app/${page}`);
});
