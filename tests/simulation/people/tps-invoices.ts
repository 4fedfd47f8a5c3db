/** People at work on invoices in TPS. */
import {
  later,
  money,
  nothingToDo,
  pickOr,
  recently,
  reword,
  type WorkScene,
  words,
} from './scene';

const BILLABLE = ['BK-MON', 'PR-RUN', 'T1', 'T2', 'CS-GEN', 'DB-COU', 'DB-FIL'];

function activeClient({ books, random }: WorkScene) {
  return pickOr(
    random,
    books.clients.all().filter(({ status }) => status !== 'deleted'),
  );
}

function liveInvoice({ books, random }: WorkScene) {
  return pickOr(
    random,
    books.invoices.all().filter(({ status }) => status !== 'void'),
  );
}

function line({ books, random, country }: WorkScene, codes: readonly string[], cents: number) {
  const wanted = random.pick(codes);
  const code = books.reference.workCodes.find(({ code }) => code === wanted) ?? nothingToDo();
  const ontario = country === 'CA' && random.chance(0.3);
  const taxed = code.tax1;
  return {
    workCodeId: code.id,
    description: random.chance(0.2) ? '' : words(random),
    quantity: '1',
    rate: money(cents),
    amount: money(cents),
    tax1: taxed && !ontario,
    tax2: taxed && !ontario && country === 'CA',
    tax3: taxed && ontario,
  };
}

/** Lines with one tax region: QBO takes one tax code for a US invoice. */
function lines(scene: WorkScene) {
  const { random } = scene;
  const made = Array.from({ length: random.int(1, 3) }, () =>
    line(scene, BILLABLE, random.int(100, 90_000)),
  );
  const [first] = made;
  if (first && random.chance(0.1))
    made.push({ ...line(scene, ['CS-GEN'], -random.int(1, 90)), ...taxOf(first) });
  if (first && random.chance(0.05)) {
    return [first, { ...first, rate: `-${first.rate}`, amount: `-${first.amount}` }];
  }
  return made;
}

function taxOf({ tax1, tax2, tax3 }: { tax1: boolean; tax2: boolean; tax3: boolean }) {
  return { tax1, tax2, tax3 };
}

export function tpsInvoice(scene: WorkScene): void {
  const { books, random } = scene;
  const kind = random.pick(['invoice', 'invoice', 'invoice', 'progress'] as const);
  const code = random.pick(['0', '0', 'SD']);
  const date = recently(scene);
  books.invoices.create({
    clientId: activeClient(scene).id,
    code,
    kind,
    date,
    description: random.chance(0.5) ? words(random) : '',
    lines: lines(scene),
  });
}

export function tpsCharge(scene: WorkScene): void {
  const { books, random } = scene;
  const kind = random.pick(['financeCharge', 'openingBalance'] as const);
  const code = kind === 'financeCharge' ? 'FC' : 'OB';
  const made = line(scene, [code], random.int(100, 9_000));
  const date = recently(scene);
  books.invoices.create({ clientId: activeClient(scene).id, kind, date, lines: [made] });
}

export function tpsInvoiceEdit(scene: WorkScene): void {
  const { books, random } = scene;
  const invoice = liveInvoice(scene);
  const change = random.pick(['memo', 'dueDate', 'date', 'amount', 'text', 'addLine'] as const);
  const own = invoice.lines.map(({ id: _id, ...rest }) => rest);
  const [first, ...rest] = own;
  if (!first) nothingToDo();
  const changes = {
    memo: () => ({ description: reword(invoice.description, words(random)) }),
    dueDate: () => ({ dueDate: later(invoice.date, random.int(1, 90)) }),
    date: () => ({ date: later(invoice.date, -random.int(1, 9)) }),
    amount: () => {
      const amount = money(random.int(100, 90_000));
      return { lines: [{ ...first, quantity: '1', rate: amount, amount }, ...rest] };
    },
    text: () => ({ lines: [{ ...first, description: words(random) }, ...rest] }),
    addLine: () => ({
      lines: [...own, { ...line(scene, BILLABLE, random.int(100, 9_000)), ...taxOf(first) }],
    }),
  };
  books.patch('invoice', invoice.id, changes[change]());
}

export function tpsRenumber(scene: WorkScene): void {
  const invoice = liveInvoice(scene);
  scene.books.patch('invoice', invoice.id, { number: String(scene.random.int(50_000, 59_999)) });
}

export function tpsMove(scene: WorkScene): void {
  const invoice = liveInvoice(scene);
  scene.books.patch('invoice', invoice.id, { clientId: activeClient(scene).id });
}

export function tpsInvoiceVoid(scene: WorkScene): void {
  scene.books.invoices.void(liveInvoice(scene).id);
}

export function tpsInvoiceRemove(scene: WorkScene): void {
  scene.books.invoices.remove(liveInvoice(scene).id);
}
