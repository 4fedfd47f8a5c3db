/** The mapping tables of the set-up: what is used, what is chosen, what we suggest. */
import { type Cents, cents } from '../ledger/cents';
import type { Invoice } from '../ledger/entities';
import { eachKind, SPECIAL_CODES, type SpecialCode } from '../ledger/mappings';
import { type Bank, type Code, DEPOSIT_TYPES } from '../ledger/references';
import { type Both, otherSide, SIDES, type Side } from '../ledger/side';
import { type Named, suggestByName, suggestTax } from '../matching/suggest-mapping';
import type { Scene } from '../sync/scene';
import { unlinkedInScope } from '../sync/scope';
import { choiceRate } from '../sync/translate/translate-invoice';
import type { MappingKind, MappingOption, MappingRow } from './views';

type Used = Map<string, { count: number; amountCents: Cents }>;
type UsedByKind = { [K in MappingKind]: Used };

export function mappingRows(scene: Scene): MappingRow[] {
  const used = { tps: usedOn(scene, 'tps'), qbo: usedOn(scene, 'qbo') };
  const rows: MappingRow[] = [];
  for (const from of SIDES) {
    rows.push(...namedRows(scene, 'code', from, codesOf(scene, from), used));
    if (from === 'tps') rows.push(...specialRows(scene, used.tps.special));
    rows.push(...taxRows(scene, from, used));
    rows.push(...namedRows(scene, 'bank', from, listOf(scene, from, 'banks'), used));
    rows.push(...namedRows(scene, 'method', from, listOf(scene, from, 'methods'), used));
  }
  return rows;
}

/** What can be chosen on each side. */
export function mappingTargets(scene: Scene): {
  [K in MappingKind | 'account']: { tps: MappingOption[]; qbo: MappingOption[] };
} {
  const both = (of: (side: Side) => MappingOption[]) => ({ tps: of('tps'), qbo: of('qbo') });
  const codes = both((side) => codesOf(scene, side));
  return {
    code: codes,
    special: codes,
    account: both((side) => accountsOf(scene, side)),
    tax: both((side) => taxesOf(scene, side)),
    bank: both((side) => listOf(scene, side, 'banks')),
    method: both((side) => listOf(scene, side, 'methods')),
  };
}

/**
 * Rows of one list. From TPS every entry is shown; from QBO only what its own documents use and
 * the way back does not already tell.
 */
function namedRows(
  scene: Scene,
  kind: 'code' | 'bank' | 'method',
  from: Side,
  list: readonly Named[],
  used: Both<UsedByKind>,
): MappingRow[] {
  const targets =
    kind === 'code'
      ? codesOf(scene, otherSide(from))
      : listOf(scene, otherSide(from), kind === 'bank' ? 'banks' : 'methods');
  const offered = kind === 'bank' ? ownMoney(targets) : targets;
  // Where money goes, a person says.
  const fallback = kind === 'bank' ? null : GENERAL[kind](offered);
  const isWorkCode = kind === 'code' && from === 'tps';
  const groups = new Map(scene.now.tps.references.codes.map(({ id, group }) => [id, group]));
  const income = accountsOf(scene, 'qbo').filter((account) => account.income);
  return list.flatMap((entry) => {
    const use = used[from][kind].get(entry.id);
    if (from === 'qbo' && (isTold(scene, kind, entry.id) || !(use || isAsked(scene, kind, entry))))
      return [];
    const suggestion = suggestByName(entry, offered, fallback);
    return [
      {
        kind,
        from,
        fromId: entry.id,
        name: entry.name,
        path: entry.path,
        rate: null,
        used: use ?? { count: 0, amountCents: cents(0) },
        chosenId: scene.mappings.get(kind, from, entry.id),
        suggestedId: suggestion?.id ?? null,
        why: suggestion?.why ?? null,
        required: use !== undefined,
        group: isWorkCode ? (groups.get(entry.id) ?? '') : '',
        incomeId: isWorkCode ? incomeFor(entry, income) : null,
      },
    ];
  });
}

/** Money that is held for clients is never suggested: it is not the firm's. */
function ownMoney(targets: readonly Named[]): readonly Named[] {
  return targets.filter(({ name, path }) => !TRUST.test(`${path} ${name}`));
}

const TRUST =
  /\btrust\b|fiducie|fid[eé]icommis|client(?:s['’]?)? funds?|\bescrow\b|fonds (?:de|des) clients?/iu;

/** The income account that a new item of this name would go to. */
function incomeFor(code: Named, income: readonly MappingOption[]): string | null {
  const sales = /sales|services?|fees|revenue|ventes|honoraires|revenus?/i;
  const usual = income.find(({ name }) => sales.test(name)) ?? income[0];
  return suggestByName(code, income, usual?.id ?? null)?.id ?? null;
}

/** Chosen already by a row from the TPS side: the way back follows. */
function isTold(scene: Scene, kind: 'code' | 'bank' | 'method' | 'tax', qboId: string): boolean {
  const { references } = scene.now.tps;
  const ids =
    kind === 'tax'
      ? references.taxChoices.map((c) => c.id)
      : kind === 'code'
        ? references.codes.map((c) => c.id)
        : references[kind === 'bank' ? 'banks' : 'methods'].map((b) => b.id);
  return ids.some((id) => scene.mappings.get(kind, 'tps', id) === qboId);
}

const SPECIAL_NAMES: Record<(typeof SPECIAL_CODES)[number], string> = {
  financeCharge: 'Finance charge',
  openingBalance: 'Opening balance',
  adjustmentIncrease: 'Adjustment increase',
  adjustmentDecrease: 'Adjustment decrease',
};

function specialRows(scene: Scene, used: Used): MappingRow[] {
  const items = codesOf(scene, 'qbo');
  const accounts = accountsOf(scene, 'qbo');
  return SPECIAL_CODES.map((fromId) => {
    const name = SPECIAL_NAMES[fromId];
    const isAccount = fromId === 'adjustmentDecrease';
    const targets = isAccount ? accounts : items;
    const fallback = isAccount ? writeOffs(accounts) : GENERAL.code(items);
    const suggestion = suggestByName({ id: fromId, name, path: '' }, targets, fallback);
    return {
      kind: 'special',
      from: 'tps',
      fromId,
      name,
      path: '',
      rate: null,
      used: used.get(fromId) ?? { count: 0, amountCents: cents(0) },
      chosenId: scene.mappings.get('special', 'tps', fromId),
      suggestedId: suggestion?.id ?? null,
      why: suggestion?.why ?? null,
      required: used.has(fromId),
      group: '',
      incomeId: null,
    };
  });
}

function taxRows(scene: Scene, from: Side, used: Both<UsedByKind>): MappingRow[] {
  const own = scene.now[from].references;
  const other = scene.now[otherSide(from)].references;
  return own.taxChoices.flatMap((choice) => {
    const use = used[from].tax.get(choice.id);
    if (from === 'qbo' && (!use || isTold(scene, 'tax', choice.id))) return [];
    const suggestion = suggestTax(choice, own, other);
    return [
      {
        kind: 'tax' as const,
        from,
        fromId: choice.id,
        name: choice.name,
        path: '',
        rate: choiceRate(choice, own),
        used: use ?? { count: 0, amountCents: cents(0) },
        chosenId: scene.mappings.get('tax', from, choice.id),
        suggestedId: suggestion?.id ?? null,
        why: suggestion?.why ?? null,
        required: use !== undefined,
        group: '',
        incomeId: null,
      },
    ];
  });
}

/** What the documents that wait to be synced make use of. */
function usedOn(scene: Scene, side: Side): UsedByKind {
  const used: UsedByKind = eachKind(() => new Map());
  const scope = unlinkedInScope(scene, side);
  for (const invoice of scope.invoices) {
    const special = specialOf(invoice);
    for (const line of invoice.lines) {
      if (special) add(used.special, special, line.amountCents);
      else if (line.codeId !== '') add(used.code, line.codeId, line.amountCents);
      if (line.codeId !== '' || line.amountCents !== 0)
        add(used.tax, line.taxKey, line.amountCents);
    }
  }
  for (const payment of scope.payments) {
    if (payment.booking === 'adjustment') {
      add(used.special, 'adjustmentDecrease', payment.amountCents);
      continue;
    }
    add(used.bank, payment.bankId, payment.amountCents);
    if (payment.methodId !== '') add(used.method, payment.methodId, payment.amountCents);
  }
  return used;
}

function specialOf({ invoiceKind }: Invoice): SpecialCode | null {
  switch (invoiceKind) {
    case 'financeCharge':
    case 'openingBalance':
      return invoiceKind;
    case 'adjustment':
      return 'adjustmentIncrease';
    default:
      return null;
  }
}

/** The account that write-offs usually go against; none is guessed where none says so. */
function writeOffs(accounts: readonly MappingOption[]): string | null {
  for (const names of [
    /bad debt|créances? (douteuse|irrécouvrable)/i,
    /write[- ]?off|radiation/i,
  ]) {
    const found = accounts.find(({ name }) => names.test(name));
    if (found) return found.id;
  }
  return null;
}

function add(used: Used, id: string, amountCents: Cents): void {
  const sum = used.get(id);
  used.set(id, {
    count: (sum?.count ?? 0) + 1,
    amountCents: cents((sum?.amountCents ?? 0) + amountCents),
  });
}

function codesOf(scene: Scene, side: Side): MappingOption[] {
  return scene.now[side].references.codes
    .filter((code: Code) => code.active && code.billable && code.group !== 'NONCHARGEABLE')
    .map(({ id, name, path }) => ({ id, name, path }));
}

function accountsOf(scene: Scene, side: Side): MappingOption[] {
  return scene.now[side].references.adjustmentAccounts.map(accountOption);
}

/** See `SPECIAL_CODES` for what the type of the account comes to. */
function accountOption({ id, name, type }: Bank): MappingOption {
  const booking = DEPOSIT_TYPES.has(type) ? 'payment' : 'journalEntry';
  const income = INCOME_TYPES.has(type) ? { income: true as const } : {};
  return { id, name, path: type, booking, ...income };
}

/** Types of QBO accounts that a service can be sold on (Intuit: Item.IncomeAccountRef). */
const INCOME_TYPES: ReadonlySet<string> = new Set(['Income', 'Other Income']);

function taxesOf(scene: Scene, side: Side): MappingOption[] {
  const { references } = scene.now[side];
  return references.taxChoices
    .filter((choice) => choice.active)
    .map((choice) => ({
      id: choice.id,
      name: choice.name,
      path: '',
      rate: choiceRate(choice, references),
    }));
}

function listOf(scene: Scene, side: Side, list: 'banks' | 'methods'): MappingOption[] {
  return scene.now[side].references[list].map(({ id, name }) => ({ id, name, path: '' }));
}

/** Where something goes that is like nothing on the other side. */
const GENERAL = {
  code: general(/^(services?|hours|general)\b|consult/i),
  method: general(/transfer|virement|direct|eft|online|other|autre/i),
};

function general(names: RegExp): (targets: readonly Named[]) => string | null {
  return (targets) => (targets.find(({ name }) => names.test(name)) ?? targets[0])?.id ?? null;
}

/**
 * Entries of QBO that its documents will use sooner or later, so they are asked for before any
 * does: an online payment comes with a method, and an account, that nobody has used yet.
 */
function isAsked(scene: Scene, kind: 'code' | 'bank' | 'method', entry: Named): boolean {
  if (kind === 'method') return true;
  if (kind === 'code') return false;
  const bank = scene.now.qbo.references.banks.find(({ id }) => id === entry.id);
  return bank?.type === 'Bank' || /undeposited|non déposé/i.test(entry.name);
}
