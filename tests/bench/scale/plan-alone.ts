import { cents } from '../../../utils/ledger/cents';
import type { LedgerRecord } from '../../../utils/ledger/entities';
import { type Link, type Linkable, LinkIndex } from '../../../utils/ledger/link';
import { SIDES, type Side } from '../../../utils/ledger/side';
import { makePlan } from '../../../utils/sync/plan/plan';
import type { Scene } from '../../../utils/sync/scene';
import { client, invoice, linked, payment, scene } from '../../unit/sync/make';

export interface Size {
  readonly clients: number;
  /** Invoices and payments of each side. */
  readonly documents: number;
}

/** Of so many invoices one is open. */
const OPEN_EVERY = 10;
const TIMES = 3;

/** What a plan of books in step costs, without any database: "90 ms of CPU, 34 MB". */
export function planAlone(size: Size): string {
  const books = inStep(size);
  let best = Number.POSITIVE_INFINITY;
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  for (let n = 0; n < TIMES; n += 1) {
    const read = afresh(books);
    const cpu = process.cpuUsage();
    const { intents, holds } = makePlan(read);
    const { user, system } = process.cpuUsage(cpu);
    if (intents.length + holds.length > 0) throw new Error('books in step have a plan');
    best = Math.min(best, (user + system) / 1000);
    most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  return `${best.toFixed(0)} ms of CPU, at most ${(most / 1e6).toFixed(0)} MB beside the books`;
}

/** The same books as if they had just been read: nothing that was worked out of them is known. */
function afresh(books: Scene): Scene {
  const { tps, qbo } = books.now;
  const again = { tps: new Map(tps.payments), qbo: new Map(qbo.payments) };
  const now = {
    tps: { ...tps, payments: again.tps },
    qbo: { ...qbo, payments: again.qbo },
  };
  return { ...books, now };
}

/** A firm whose documents are all linked and alike: each client's last document pays the one before. */
function inStep({ clients, documents }: Size) {
  const records: LedgerRecord[] = [];
  const links: Link[] = [];
  const both = (make: (side: Side) => Linkable) => {
    const [tps, qbo] = [make('tps'), make('qbo')];
    records.push(tps, qbo);
    links.push(linked(tps, qbo));
  };
  const each = Math.round(documents / clients);
  for (let c = 1; c <= clients; c += 1) {
    const clientId = String(c);
    both((side) => client(side, clientId));
    for (let n = 1; n <= each; n += 1) {
      const id = String(c * each + n);
      const isPayment = n === each && each > 1;
      const isOpen = n < each - 1 && (c + n) % OPEN_EVERY === 0;
      const applications = [
        { to: 'invoice' as const, id: String(c * each + n - 1), amountCents: cents(10_000) },
      ];
      const paid = { clientId, amountCents: cents(10_000), unappliedCents: cents(0), applications };
      const billed = { clientId, balanceCents: cents(isOpen ? 10_000 : 0) };
      both((side) => (isPayment ? payment(side, id, paid) : invoice(side, id, billed)));
    }
  }
  const cutoff = Object.fromEntries(SIDES.map((side) => [side, { invoice: '0', payment: '0' }]));
  const { tps = {}, qbo = {} } = cutoff;
  return scene(records, { links: new LinkIndex(links), cutoff: { tps, qbo } });
}
