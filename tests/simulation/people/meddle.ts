/** Somebody changes the very record that a run is about to change. */
import { splitId } from '../../../utils/ledger/document-id';
import { type Intent, isEdit, isEnd } from '../../../utils/sync/intent';
import { textAt } from '../../sandbox/qbo/json';
import type { Browser } from '../world/browser';
import type { Sites } from '../world/sites';
import { doAs } from './acts';
import { changeInQbo } from './qbo-invoices';
import { pickOr, reword, type WorkScene, words } from './scene';

const ENTITIES = { client: 'Customer', invoice: 'Invoice', payment: 'Payment' } as const;

/** False when no run has anything left to change, or the system refused. */
export async function meddle({ db }: Browser, sites: Sites, r: number): Promise<boolean> {
  const rows = await db.journal.toArray();
  const due = rows.filter(({ state, intent }) => state === 'planned' && isOfRecord(intent));
  const intents = due.map(({ intent }) => intent);
  return doAs(sites, r, (scene) => change(scene, pickOr(scene.random, intents)));
}

function isOfRecord(intent: Intent): boolean {
  const { target } = intent;
  const changes = isEdit(intent) || isEnd(intent) || intent.does === 'detach';
  return changes && target !== null && splitId(target.id).list === 'plain';
}

function change(scene: WorkScene, { to, type, target }: Intent): void {
  const { books, company, random } = scene;
  const id = target?.id ?? '';
  const text = words(random);
  const phone = `819 555-${String(random.int(1000, 9999))}`;
  if (to === 'tps') {
    if (type === 'client') books.patch('client', Number(id), { phone });
    else {
      const { description } =
        type === 'invoice' ? books.invoices.get(Number(id)) : books.payments.get(Number(id));
      books.patch(type, Number(id), { description: reword(description, text) });
    }
  } else if (type === 'client') {
    changeInQbo(scene, 'Customer', id, { PrimaryPhone: { FreeFormNumber: phone } });
  } else {
    const note = textAt(company.read(ENTITIES[type], id), 'PrivateNote') ?? '';
    changeInQbo(scene, ENTITIES[type], id, { PrivateNote: reword(note, text) });
  }
}
