/** What several pieces of work ask of QuickBooks at once goes together, and each is answered by itself. */
import { beforeEach, describe, expect, it } from 'vitest';
import { cents } from '../../utils/ledger/cents';
import type { Draft } from '../../utils/ledger/drafts';
import type { LedgerRecord } from '../../utils/ledger/entities';
import { meet } from '../../utils/platform/meeting';
import type { BooksPort } from '../../utils/port/books-port';
import { PortError } from '../../utils/port/port-error';
import { clientDraft, invoiceDraft, paymentDraft } from './scene/drafts';
import { type QboScene, qboScene } from './scene/qbo-scene';

let scene: QboScene;
let clientId: string;

beforeEach(async () => {
  scene = await qboScene();
  clientId = (await scene.port.create(clientDraft(), 'key-0')).id;
  scene.site.sent.length = 0;
});

const bill = (number: string): Draft =>
  invoiceDraft({
    ...{ clientId, number, marker: `[TPS#0k3f9a2 invoice ${number}]` },
    lines: [
      { codeId: '3', description: 'Work', quantity: '2', amountCents: cents(140_00), taxKey: '7' },
    ],
    taxes: [
      { ref: '1', amountCents: cents(7_00) },
      { ref: '3', amountCents: cents(13_97) },
    ],
    totalCents: cents(160_97),
  });

const numbersThere = (): unknown[] => {
  const { documents } = scene.company.ledger();
  return documents.filter(({ entity }) => entity === 'Invoice').map(({ docNumber }) => docNumber);
};

/** Each by a piece of work of its own. */
function together<T>(works: readonly ((port: BooksPort, at: number) => Promise<T>)[]) {
  return meet(works.map((work, at) => (seat) => work(scene.port.at(seat), at)));
}

let keys = 0;
const creating = (draft: Draft) => (port: BooksPort) => port.create(draft, `slice-${++keys}`);

const paths = () => scene.site.sent.map(({ url }) => new URL(url).pathname.split('/').at(-1));

function numbersOf(ended: readonly PromiseSettledResult<LedgerRecord | null>[]) {
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value?.kind === 'invoice' ? one.value.number : null;
  });
}

function errorOf(ended: PromiseSettledResult<unknown> | undefined): PortError {
  if (ended?.status === 'rejected' && ended.reason instanceof PortError) return ended.reason;
  throw new Error('it did not fail');
}

describe('writes', () => {
  it('of a slice are one request', async () => {
    const ended = await together(['9001', '9002', '9003'].map((n) => creating(bill(n))));
    expect(numbersOf(ended)).toEqual(['9001', '9002', '9003']);
    expect(paths()).toEqual(['batch']);
    expect(scene.requests.filter(({ write }) => write)).toHaveLength(2);
  });

  it('that are refused are the fault of one alone, and say so by its own name', async () => {
    await scene.port.create(bill('9002'), 'key-9');
    const ended = await together(['9001', '9002', '9003'].map((n) => creating(bill(n))));
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const error = errorOf(ended[1]);
    expect(error.kind).toBe('refused');
    expect(error.what).toMatchObject({
      id: 'port.duplicateNumberHeld',
      values: { number: '9002' },
    });
    expect(numbersThere().toSorted()).toEqual(['9001', '9002', '9003']);
  });

  it('whose answer never came are of unknown outcome, each', async () => {
    scene.site.mishap({ when: () => true, after: () => Promise.reject(new TypeError('lost')) });
    const ended = await together(['9001', '9002'].map((n) => creating(bill(n))));
    expect(ended.map((one) => errorOf(one).kind)).toEqual(['outcomeUnknown', 'outcomeUnknown']);
    expect(errorOf(ended[1]).what.values).toMatchObject({ label: '9002' });
    expect(numbersThere()).toEqual(['9001', '9002']);
  });

  it('go one by one where the minute has no room for a batch', async () => {
    for (let n = 0; n < 32; n += 1) {
      await together([`a${n}`, `b${n}`].map((number) => creating(bill(number))));
    }
    scene.site.sent.length = 0;
    const ended = await together(['9001', '9002'].map((n) => creating(bill(n))));
    expect(numbersOf(ended)).toEqual(['9001', '9002']);
    expect(paths()).toEqual(['invoice', 'invoice']);
    expect(scene.waits).toEqual([]);
  });

  it.each([
    [
      'a fault',
      () =>
        Response.json(
          {
            Fault: {
              Error: [{ code: '500', Message: 'Unsupported Operation', Detail: 'batch' }],
              type: 'ValidationFault',
            },
          },
          { status: 400 },
        ),
    ],
    [
      'a page that is not there',
      () =>
        new Response('<html><body>Not found</body></html>', {
          status: 404,
          headers: { 'content-type': 'text/html' },
        }),
    ],
    ['a refusal of this user', () => new Response('', { status: 403 })],
  ])(
    'and questions go one by one where batches as such are answered by %s',
    async (_what, answer) => {
      scene.site.mishap({
        times: Number.POSITIVE_INFINITY,
        when: ({ url }) => url.includes('/batch'),
        instead: answer,
      });
      const asked = await together(
        ['9001', '9002'].map(
          (n) => (port: BooksPort) => port.findByMarker(`[TPS invoice ${n}]`, bill(n), null),
        ),
      );
      expect(numbersOf(asked)).toEqual([null, null]);
      const ended = await together(['9001', '9002'].map((n) => creating(bill(n))));
      expect(numbersOf(ended)).toEqual(['9001', '9002']);
      // Asked once; from then on it is known.
      expect(paths().filter((path) => path === 'batch')).toHaveLength(1);
    },
  );

  it('of which it is not known how a batch takes them go by themselves', async () => {
    const made = [];
    for (const n of ['9001', '9002']) made.push(await scene.port.create(bill(n), `key-${n}`));
    scene.site.sent.length = 0;
    const ended = await together(
      made.map(
        ({ id, version }) =>
          (port: BooksPort) =>
            port.void('invoice', id, version),
      ),
    );
    expect(ended.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(paths()).toEqual(['invoice', 'invoice']);
  });

  it('to another company never leave', async () => {
    scene.standIn.sessions.switchCompany('9341452000000002');
    await scene.site.fetch('https://qbo.intuit.com/app/homepage', {});
    scene.site.sent.length = 0;
    const ended = await together(['9001', '9002'].map((n) => creating(bill(n))));
    expect(ended.map((one) => errorOf(one).kind)).toEqual(['wrongBooks', 'wrongBooks']);
    expect(paths()).toEqual([]);
  });
});

describe('edits', () => {
  it('read what they change in one query, and write it in one request', async () => {
    const made = [];
    for (const n of ['9001', '9002', '9003']) {
      made.push(await scene.port.create(bill(n), `key-${n}`));
    }
    scene.site.sent.length = 0;
    const ended = await together(
      made.map(({ id }, at) => async (port: BooksPort) => {
        const now = await port.read('invoice', id);
        return port.update(id, now?.version ?? '', bill(`91${at}`), `key-u${at}`);
      }),
    );
    expect(numbersOf(ended)).toEqual(['910', '911', '912']);
    expect(paths()).toEqual(['query', 'batch']);
  });

  it('of what somebody else changed meanwhile are refused, and those alone', async () => {
    const made = [];
    for (const n of ['9001', '9002']) made.push(await scene.port.create(bill(n), `key-${n}`));
    const [first] = made;
    if (!first) throw new Error('nothing made');
    const { Id, SyncToken } = scene.company.read('Invoice', first.id);
    scene.company.update('Invoice', { Id, SyncToken, sparse: true, PrivateNote: 'mine' });
    const ended = await together(
      made.map(
        ({ id, version }, at) =>
          (port: BooksPort) =>
            port.update(id, version, bill(`91${at}`), `key-u${at}`),
      ),
    );
    expect(errorOf(ended[0]).kind).toBe('changedMeanwhile');
    expect(numbersOf(ended.slice(1))).toEqual(['911']);
    expect(scene.company.read('Invoice', first.id).PrivateNote).toBe('mine');
  });

  it('find one gone that somebody has deleted', async () => {
    const made = [];
    for (const n of ['9001', '9002']) made.push(await scene.port.create(bill(n), `key-${n}`));
    const [first] = made;
    await scene.port.remove('invoice', first?.id ?? '', first?.version ?? '');
    const ended = await together(
      made.map(
        ({ id }) =>
          (port: BooksPort) =>
            port.read('invoice', id),
      ),
    );
    expect(numbersOf(ended)).toEqual([null, '9002']);
  });
});

describe('questions', () => {
  it('that a batch refuses are asked by themselves', async () => {
    scene.site.mishap({
      when: ({ url }) => url.includes('/batch'),
      after: async (response) => {
        const answer: { BatchItemResponse: { QueryResponse?: object }[] } = await response.json();
        const Fault = {
          Error: [{ code: '4001', Message: 'Invalid query' }],
          type: 'ValidationFault',
        };
        const refused = answer.BatchItemResponse.map((item) =>
          'CompanyInfo' in (item.QueryResponse ?? {})
            ? { Fault, bId: Reflect.get(item, 'bId') }
            : item,
        );
        return Response.json({ ...answer, BatchItemResponse: refused });
      },
    });
    const [books] = await together([(port: BooksPort) => port.identify()]);
    expect(books?.status === 'fulfilled' && books.value.name).toBe('Cabinet Roy');
    const asked = scene.site.sent.map(({ url }) => new URL(url).pathname);
    expect(asked.map((path) => path.replace(/^.*company\/\d+\//, ''))).toEqual([
      'batch',
      expect.stringMatching(/^companyinfo\//),
    ]);
  });
});

describe('payments', () => {
  it('are looked for once a slice, whoever they are from', async () => {
    const other = (
      await scene.port.create(
        clientDraft({ name: 'Other', code: 'OTH', marker: '[TPS#0k3f9a2 client 13]' }),
        'key-c',
      )
    ).id;
    const paid = (of: string, id: string) =>
      paymentDraft({
        ...{ clientId: of, bankId: '6', applications: [] },
        marker: `[TPS#0k3f9a2 payment ${id}]`,
      });
    const since = new Date(Date.parse('2026-03-01T00:00:00Z')).toISOString();
    await scene.port.create(paid(other, '7'), 'key-p');
    scene.site.sent.length = 0;
    const ended = await together(
      [paid(clientId, '6'), paid(other, '7'), paid(other, '8')].map(
        (draft) => (port: BooksPort) => port.findByMarker(draft.marker ?? '', draft, since),
      ),
    );
    const found = ended.map((one) => (one.status === 'fulfilled' ? one.value?.marker : one.reason));
    expect(found).toEqual([undefined, '[TPS#0k3f9a2 payment 7]', undefined]);
    expect(paths()).toEqual(['query']);
  });
});
