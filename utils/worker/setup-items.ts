/** Creates a service in QuickBooks for a work code that has none there. */
import { mappingKey } from '../ledger/mappings';
import { localDay } from '../ledger/plain-date';
import { rowKey } from '../ledger/record-key';
import type { RequestOf } from '../messages/requests';
import { PortError } from '../port/port-error';
import type { PairRow } from '../store/rows';
import { loadScene } from '../store/scene';
import { mappingTargets } from '../views/setup-mappings';
import { phrase } from '../wording/phrase';
import type { Desk } from './desk';
import { mustPair } from './must-pair';
import { DeskRefusal } from './refusal';

/** Hex digits of a hash that make the key of a write; QBO takes 50. */
const KEY_LENGTH = 40;

/**
 * Creates the item, reads the lists anew, and maps the work code to what was created. The same wish
 * has the same key, so that a second click after a broken connection is no second item. Where
 * QuickBooks refuses, the lists are read anew, too: a name that is taken can then be chosen.
 */
export async function createItemFor(
  desk: Desk,
  request: RequestOf<'setup.createItem'>,
): Promise<{ name: string }> {
  const { codeId, incomeAccountId } = request;
  const name = request.name.trim();
  const pair = await mustPair(desk.db);
  const scene = await loadScene(desk.db, pair, localDay(desk.now()));
  if (!scene) throw new DeskRefusal(phrase('run.notRead'));
  const { code, account } = mappingTargets(scene);
  const isKnown =
    code.tps.some(({ id }) => id === codeId) &&
    account.qbo.some(({ id, income }) => id === incomeAccountId && income);
  const port = desk.ports(pair).qbo;
  if (!isKnown || name === '' || !port.createItem) throw new DeskRefusal(phrase('request.gone'));
  const wish = JSON.stringify([pair.id, codeId, name, incomeAccountId]);
  const key = (await desk.runnerDeps(pair).sha256(wish)).slice(0, KEY_LENGTH);
  try {
    const created = await port.createItem(name, incomeAccountId, key);
    await readLists(desk, pair);
    await desk.db.mappings.put({
      key: rowKey(pair.id, mappingKey('code', 'tps', codeId)),
      pairId: pair.id,
      kind: 'code',
      from: 'tps',
      fromId: codeId,
      toId: created.id,
    });
    return { name: created.name };
  } catch (error) {
    if (error instanceof PortError && error.kind === 'refused') await readLists(desk, pair);
    throw error;
  } finally {
    desk.onChange();
  }
}

async function readLists(desk: Desk, pair: PairRow): Promise<void> {
  const references = await desk.ports(pair).qbo.references();
  await desk.db.pairs
    .where('id')
    .equals(pair.id)
    .modify((row) => {
      row.references.qbo = references;
    });
}
