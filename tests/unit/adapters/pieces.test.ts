import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inParallel } from '../../../utils/http/in-parallel';
import { technicalText } from '../../../utils/http/technical';
import { cents } from '../../../utils/ledger/cents';
import { parseNumber, shownNumber } from '../../../utils/ledger/invoice-number';
import { readNotes, writeNotes } from '../../../utils/qbo/client-notes';
import { ownWords, refusalsPhrase } from '../../../utils/qbo/fault-phrase';
import { qboPage } from '../../../utils/qbo/page-of';
import { readNote } from '../../../utils/qbo/private-note';
import { quoted } from '../../../utils/qbo/query';
import { sessionHeaders } from '../../../utils/qbo/session';
import { unitPrice } from '../../../utils/qbo/write/unit-price';
import { tpsPage } from '../../../utils/tps/page-of';

describe('texts that carry our marker', () => {
  it('notes keep the user’s own words and give code and marker back', () => {
    const word = fc.string({ maxLength: 60 }).map((text) => text.replace(/[[\]]/g, '').trim());
    fc.assert(
      fc.property(word, fc.stringMatching(/^[A-Z0-9-]{0,12}$/), fc.nat(), (own, code, id) => {
        const marker = `[TPS client ${id}]`;
        expect(readNotes(writeNotes(own, code, marker))).toEqual({ own, code, marker });
      }),
    );
  });

  it('notes without room for the tag stay whole, and have none', () => {
    const own = 'x'.repeat(1_990);
    expect(writeNotes(own, 'ROY', '[TPS client 1]')).toBe(own);
  });

  it('somebody’s own "Client ID:" without our tag stays theirs', () => {
    const own = 'Client ID: 77 of the old system';
    expect(readNotes(own)).toEqual({ own, code: '', marker: null });
  });

  it.each([
    ['Voided', { memo: '', marker: null }],
    ['Voided - Audit [TPS invoice 1]', { memo: 'Audit', marker: '[TPS invoice 1]' }],
    ['Voidedness', { memo: 'Voidedness', marker: null }],
    ['Not Voided', { memo: 'Not Voided', marker: null }],
  ])('the note %j', (note, read) => expect(readNote(note)).toEqual(read));
});

describe('quantity and price', () => {
  it('are given only when they make the amount exactly', () => {
    expect(unitPrice('2', cents(140_00))).toEqual({ Qty: 2, UnitPrice: 70 });
    expect(unitPrice('2.5', cents(100_00))).toEqual({ Qty: 2.5, UnitPrice: 40 });
    expect(unitPrice('8', cents(12_35))).toEqual({ Qty: 8, UnitPrice: 1.54375 });
    for (const quantity of ['3', '0', '', 'two']) {
      expect(unitPrice(quantity, cents(100_00))).toBeNull();
    }
  });
});

describe('invoice numbers of TPS', () => {
  it('read back as they were shown', () => {
    const code = fc.stringMatching(/^[A-Za-z]{1,8}$/);
    fc.assert(
      fc.property(fc.oneof(code, fc.constant('0')), fc.nat(), (prefix, n) => {
        const number = { code: prefix, number: String(n) };
        expect(parseNumber(shownNumber(number))).toEqual(number);
      }),
    );
  });

  it.each(['INV2024/7', 'A-1-2', '2024-7', '', 'É-5', '12a'])('%j is none', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});

describe('what leaves the adapter', () => {
  it('quotes texts in queries', () => {
    expect(quoted("Amy's \\ Co")).toBe("'Amy\\'s \\\\ Co'");
  });

  it('redacts and cuts technical texts', () => {
    const text = technicalText(
      'Authorization: Intuit_APIKey intuit_apikey=prdakyres123, intuit_apikey_version=1.0',
      'cookie: qbo.ticket=V1-77;',
      'x-csrf-token=abc Bearer eyJ.x',
      'y'.repeat(900),
    );
    expect(text.length).toBe(500);
    expect(text).not.toMatch(/prdakyres|V1-77|abc|eyJ/);
  });

  it('sends csrf tokens with writes alone, and never a trace header', () => {
    const session = {
      authorization: 'Intuit_APIKey k',
      companyId: '1',
      csrfToken: 'c',
      xCsrfToken: 'x',
      extra: { authtype: 'browser_auth' },
    };
    expect(Object.keys(sessionHeaders(session, '1', false))).not.toContain('csrftoken');
    expect(sessionHeaders(session, '1', true)).toMatchObject({
      csrftoken: 'c',
      'x-csrf-token': 'x',
      authtype: 'browser_auth',
    });
  });

  it('says QBO’s own words without their title', () => {
    const error = {
      code: '1',
      message: 'M',
      detail: 'Stale Object Error : You and X',
      element: '',
    };
    expect(ownWords(error)).toBe('You and X');
    expect(ownWords({ ...error, detail: '' })).toBe('M');
  });

  it('of several errors are all told, and once where all mean the same', () => {
    const error = (code: string, detail: string) => ({ code, detail, message: 'M', element: '' });
    const about = { type: 'invoice', label: '1042' } as const;
    expect(refusalsPhrase([], about)).toBeNull();
    expect(
      refusalsPhrase([error('6070', 'Line 1.'), error('6070', 'Line 2.')], about),
    ).toMatchObject({ id: 'port.refused', values: { label: '1042', detail: 'Line 1. Line 2.' } });
    expect(refusalsPhrase([error('6210', 'a'), error('6210', 'b')], about)?.id).toBe(
      'port.periodClosed',
    );
  });

  it('speak of a balance that keeps somebody active only where a client is meant', () => {
    const error = { code: '6000', message: 'M', element: '', detail: 'It has an open balance.' };
    const of = (type: 'client' | 'payment') => refusalsPhrase([error], { type, label: 'x' })?.id;
    expect([of('client'), of('payment')]).toEqual(['port.hasBalance', 'port.refused']);
  });

  it('links to the pages of both systems', () => {
    expect(qboPage('invoice', '7')).toBe('https://qbo.intuit.com/app/invoice?txnId=7');
    expect(qboPage('client', '7')).toBe('https://qbo.intuit.com/app/customerdetail?nameId=7');
    expect(qboPage('foreign', 'creditMemo:9')).toBe(
      'https://qbo.intuit.com/app/creditmemo?txnId=9',
    );
    expect(qboPage('foreign', '9')).toBe('https://qbo.intuit.com/app/journal?txnId=9');
    expect(tpsPage('client', '7')).toBe('https://app.tpssoftware.com/clients/7');
  });
});

describe('work in parallel', () => {
  it('keeps the order and the limit, and stops at a failure', async () => {
    let running = 0;
    let most = 0;
    const doubled = await inParallel([5, 1, 4, 2, 3], 2, async (n) => {
      running += 1;
      most = Math.max(most, running);
      for (let turn = 0; turn < n; turn += 1) await Promise.resolve();
      running -= 1;
      return n * 2;
    });
    expect(doubled).toEqual([10, 2, 8, 4, 6]);
    expect(most).toBe(2);
    const started: number[] = [];
    const failing = inParallel([1, 2, 3, 4], 1, async (n) => {
      started.push(n);
      if (n === 2) throw new Error('two');
    });
    await expect(failing).rejects.toThrow('two');
    expect(started).toEqual([1, 2]);
  });
});
