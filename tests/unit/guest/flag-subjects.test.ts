import { expect, test } from 'vitest';
import { subjectKey, subjectOf } from '../../../utils/guest/flag-subjects';

const at = (path: string) => subjectOf(new URL(path, 'https://qbo.intuit.com'));

test.each([
  ['/app/creditmemo?txnId=7', 'creditmemo 7'],
  ['/app/journal?txnId=7', 'journal 7'],
  ['/app/deposit?txnId=7', 'deposit 7'],
  ['/app/expense?txnId=7', 'expense 7'],
  ['/app/check?txnId=7', 'check 7'],
  ['/app/invoice?foo=1&txnId=7#top', 'invoice 7'],
  ['/app/recvpayment?txnId=7', 'payment 7'],
  ['/app/customerdetail?nameId=12', 'customer 12'],
  ['/app/projects/projectdetails?id=12', 'customer 12'],
  ['/app/Invoice/?txnId=7', 'invoice 7'],
  ['/app#/invoice?txnId=7', 'invoice 7'],
])('%s is %s', (path, key) => {
  const subject = at(path);
  expect(subject && subjectKey(subject)).toBe(key);
});

test.each([
  '/app/homepage',
  '/app/invoice',
  '/app/invoice?txnId=',
  '/app/invoice?txnId=%20',
  '/app/vendordetail?nameId=3',
  '/app/customerdetail?txnId=3',
  `/app/invoice?txnId=${'9'.repeat(201)}`,
  '/',
])('%s is nothing that is flagged', (path) => {
  expect(at(path)).toBeNull();
});
