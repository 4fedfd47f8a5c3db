/** What a plan does to the A/R of each client, on both sides. */

import { type Cents, cents } from '../ledger/cents';
import type { Linkable } from '../ledger/link';
import { localDay } from '../ledger/plain-date';
import { sideKey } from '../ledger/record-key';
import { type Both, SIDES, type Side } from '../ledger/side';
import { loadScene } from '../store/scene';
import { type Intent, isEdit, otherOwner } from '../sync/intent';
import { ownerOf, twinOf } from '../sync/owner';
import type { Scene } from '../sync/scene';
import type { ClientEffect } from '../views/views';
import { phrase } from '../wording/phrase';
import type { Desk } from './desk';
import { shownRows } from './journal-rows';
import { mustPair } from './must-pair';
import { DeskRefusal } from './refusal';

interface Account {
  readonly key: string;
  readonly name: string;
  readonly known: Record<Side, boolean>;
  readonly before: Record<Side, number>;
  readonly effect: Record<Side, number>;
  changes: number;
}

/** Of a run that waits in preview: afterwards the books are no longer those of its plan. */
export async function runEffects(desk: Desk, runId: string): Promise<ClientEffect[]> {
  const { db } = desk;
  const run = await db.runs.get(runId);
  const scene = await loadScene(db, await mustPair(db), localDay(desk.now()));
  if (!scene || run?.status !== 'preview') throw new DeskRefusal(phrase('run.unknown'));
  const rows = await shownRows(desk, runId);
  return clientEffects(
    scene,
    rows.map(({ intent }) => intent),
  );
}

/**
 * A/R before and after, by client. `scene` is the books that the plan was made from; a client with
 * no money and no change on either side is left out.
 */
export function clientEffects(scene: Scene, intents: readonly Intent[]): ClientEffect[] {
  const accounts = new Accounts(scene);
  for (const side of SIDES) {
    for (const client of scene.now[side].clients.values()) {
      const account = accounts.of(side, client.id);
      account.known[side] = true;
      account.before[side] += client.balanceCents;
    }
  }
  for (const intent of intents) addIntent(accounts, intent);
  return accounts.all
    .filter(({ before, changes }) => changes > 0 || before.tps !== 0 || before.qbo !== 0)
    .map(shown)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

class Accounts {
  readonly #byKey = new Map<string, Account>();

  constructor(readonly scene: Scene) {}

  get all(): readonly Account[] {
    return [...this.#byKey.values()];
  }

  /** The account of a client, its twin, and whoever is rolled up into it. */
  of(side: Side, clientId: string): Account {
    const { scene } = this;
    const owner = ownerOf(scene, side, clientId);
    const tpsId = side === 'tps' ? owner : twinOf(scene, 'qbo', owner);
    const [at, id]: [Side, string] = tpsId === null ? ['qbo', owner] : ['tps', tpsId];
    const key = sideKey(at, id);
    const known = this.#byKey.get(key);
    if (known) return known;
    const account: Account = {
      key,
      name: scene.now[at].clients.get(id)?.name ?? `#${id}`,
      known: { tps: false, qbo: false },
      before: { tps: 0, qbo: 0 },
      effect: { tps: 0, qbo: 0 },
      changes: 0,
    };
    this.#byKey.set(key, account);
    return account;
  }
}

function addIntent(accounts: Accounts, intent: Intent): void {
  const { to, record, target, effectCents } = intent;
  if (record.kind === 'client') {
    accounts.of(record.side, record.id).changes += 1;
    return;
  }
  const own = accounts.of(record.side, otherOwner(intent) ?? record.clientId);
  own.changes += 1;
  if (intent.does === 'link') return;
  if (!target || target.kind === 'client') {
    own.effect[to] += effectCents;
    return;
  }
  // An edit may move the document from one client to another.
  const was = accounts.of(to, target.clientId);
  const moves = isEdit(intent) && was !== own;
  const weight = moves ? weightOf(target) : 0;
  was.effect[to] += moves ? -weight : effectCents;
  if (moves) own.effect[to] += weight + effectCents;
  if (moves) was.changes += 1;
}

/** What a document adds to its client's A/R. */
function weightOf(doc: Linkable): number {
  if (doc.kind === 'client' || doc.voided) return 0;
  return doc.kind === 'invoice' ? doc.totalCents : -doc.amountCents;
}

function shown({ key, name, known, before, effect, changes }: Account): ClientEffect {
  const sides: Both<{ beforeCents: Cents; afterCents: Cents } | null> = {
    tps: side('tps'),
    qbo: side('qbo'),
  };
  return { key, name, ...sides, changes };

  function side(of: Side) {
    if (!known[of] && effect[of] === 0) return null;
    return { beforeCents: cents(before[of]), afterCents: cents(before[of] + effect[of]) };
  }
}
