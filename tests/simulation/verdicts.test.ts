/**
 * Finding, health item, need and flag are four dresses of one verdict: over firms with everything in
 * them, and whatever people have decided about their customers, they say the same.
 */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../utils/checks/finding';
import { FACTS, type HealthGroupId } from '../../utils/checks/rules';
import { wishRow } from '../../utils/store/wishes';
import type { FlagSubject, HealthItemView, NeedAction } from '../../utils/views/views';
import { seededRandom } from '../sandbox/firm/random';
import type { Office } from './office';
import { officeSetUp } from './prepared';

const SEEDS = [3, 5, 8, 13, 21, 34];

const PAGES: Readonly<Record<string, FlagSubject['type']>> = {
  client: 'customer',
  creditMemo: 'creditmemo',
  journalEntry: 'journal',
  deposit: 'deposit',
  expense: 'expense',
  cheque: 'check',
};

/** A firm with every finding, in which people have decided about some of its sub-customers. */
async function firm(seed: number) {
  const office = await officeSetUp({ seed, clients: 14, findings: 'all' });
  const random = seededRandom(seed);
  const pair = await office.db.pairs.toCollection().first();
  if (!pair) throw new Error('not paired');
  const { Customer } = office.company.query('select * from Customer');
  for (const { Id, ParentRef } of Array.isArray(Customer) ? Customer : []) {
    const id = String(Id);
    if (!ParentRef || random.chance(0.4)) continue;
    const wish = random.chance(0.5)
      ? ({ do: 'rollUp' } as const)
      : ({ do: 'exclude', why: 'by hand' } as const);
    await office.db.wishes.put(wishRow(pair.id, 'qbo', id, wish));
  }
  await office.ask['run.preview']({ description: '' });
  const { findings } = await office.drive();
  const { needs } = await office.ask['app.get']({});
  const { groups } = await office.ask['health.get']({ reload: false });
  const customers = (Array.isArray(Customer) ? Customer : []).map(({ Id }) => String(Id));
  const realm = pair.company.realm;
  const subjects: FlagSubject[] = [
    ...customers.map((id) => ({ type: 'customer' as const, id })),
    ...findings.flatMap(({ subject }) => pageOf(subject) ?? []),
  ];
  const flags = await office.ask['flags.get']({ realm, subjects });
  return { office, findings, needs, groups, flags };
}

function pageOf(subject: Finding['subject']): FlagSubject | null {
  const type = subject?.side === 'qbo' ? PAGES[subject.kind] : undefined;
  return subject && type ? { type, id: subject.id } : null;
}

/** What both panel and health report offer, without what only one of them can do. */
function ways(actions: readonly (NeedAction | HealthItemView['actions'][number])[]): string[] {
  return actions
    .map((action) => (action.do === 'wish' ? action.wish : action.do))
    .filter((one) => one !== 'open' && one !== 'take')
    .sort();
}

describe.each(SEEDS)('a firm with everything in it (seed %s)', (seed) => {
  it('is told the same by checks, health report, panel and flags', async () => {
    const { findings, needs, groups, flags } = await firm(seed);
    expect(findings.length).toBeGreaterThan(1);
    const itself = findings.filter(
      ({ subject, client }) => subject?.kind !== 'client' || client?.qboId === subject.id,
    );
    for (const finding of itself.filter(({ severity }) => severity === 'block')) {
      const { rule, subject, client } = finding;
      const text = JSON.stringify(finding);
      const need = needs.find(({ id }) =>
        id.startsWith(`finding-${rule}-${subject?.id}-${client?.qboId ?? client?.tpsId}`),
      );
      expect(need, text).toBeDefined();
      const items = groups
        .filter(({ id }) => FACTS[rule].groups.includes(id))
        .flatMap(({ items: all }) => all)
        .filter(({ key }) => !subject || key.split(':').includes(subject.id));
      const item = items.find(({ severity, decided }) => severity === 'blocks' && !decided);
      expect(item, text).toBeDefined();
      expect(ways(item?.actions ?? []), text).toEqual(ways(need?.actions ?? []));
      const page = pageOf(subject);
      const flag =
        page && flags.find((one) => one.subject.id === page.id && one.subject.type === page.type);
      if (page) expect(flag?.tone, text).toBe('stop');
      if (flag) expect(ways(flag.actions), text).toEqual(ways(need?.actions ?? []));
    }
  });

  it('is shown as blocked nowhere without a finding', async () => {
    const { findings, groups, flags } = await firm(seed);
    const blocked = new Set(
      findings.flatMap(({ severity, client, subject }) =>
        severity === 'block' ? [client?.qboId, subject?.id] : [],
      ),
    );
    const red = flags.filter(({ tone, subject }) => tone === 'stop' && !blocked.has(subject.id));
    expect(red).toEqual([]);
    const rules = new Set<HealthGroupId>(Object.values(FACTS).flatMap(({ groups }) => groups));
    const unfounded = groups
      .filter(({ id }) => rules.has(id))
      .flatMap(({ items }) => items)
      .filter(({ severity, decided }) => severity === 'blocks' && decided === null)
      .filter(({ key }) => !key.split(':').some((part) => blocked.has(part)));
    expect(unfounded).toEqual([]);
  });
});

it.each(SEEDS)(
  'a button that leaves somebody out names whom it leaves out (seed %s)',
  async (seed) => {
    const { office, flags, needs } = await firm(seed);
    const all = [...flags, ...needs].flatMap<NeedAction>(({ actions }) => actions);
    for (const action of all) {
      if (action.do !== 'exclude') continue;
      const named =
        action.side === 'qbo'
          ? office.company.read('Customer', action.clientId).DisplayName
          : office.books.clients.get(Number(action.clientId)).name;
      expect(String(named).replace(/ \(deleted\)$/, '')).toBe(action.clientName);
    }
  },
);

it('a sub-customer that is rolled up is no longer shown as what stops the sync', async () => {
  const office: Office = await officeSetUp({ seed: 3, clients: 14, findings: 'all' });
  const pair = await office.db.pairs.toCollection().first();
  const { Customer } = office.company.query('select * from Customer');
  const all = Array.isArray(Customer) ? Customer : [];
  const sub = all.find(({ ParentRef, Balance }) => ParentRef && Number(Balance) !== 0);
  if (!pair || !sub) throw new Error('nobody to roll up');
  const subjects: FlagSubject[] = [{ type: 'customer', id: String(sub.Id) }];
  const realm = pair.company.realm;
  await office.ask['run.preview']({ description: '' });
  await office.drive();
  await office.db.wishes.delete(`${pair.id}:qbo:${String(sub.Id)}`);
  const tone = async () => (await office.ask['flags.get']({ realm, subjects }))[0]?.tone;
  expect(await tone()).toBe('stop');
  await office.db.wishes.put(wishRow(pair.id, 'qbo', String(sub.Id), { do: 'rollUp' }));
  expect(await tone()).toBe('info');
});
