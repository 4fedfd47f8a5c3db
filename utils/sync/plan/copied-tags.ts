import { ZERO } from '../../ledger/cents';
import { splitId } from '../../ledger/document-id';
import type { Invoice } from '../../ledger/entities';
import { intentKey, sideKey } from '../../ledger/record-key';
import { SIDES } from '../../ledger/side';
import { phrase } from '../../wording/phrase';
import type { Gates } from '../gate';
import type { Intent } from '../intent';
import type { Scene } from '../scene';
import { namedBy } from './claims';
import { closedPhrase } from './document-plan';

/**
 * An invoice that was copied with its memo carries the tag of its original. It gets one of its own,
 * so that a fresh browser can tell the two apart. `intents` are those that this plan has already.
 */
export function ownTagIntents(
  scene: Scene,
  gates: Gates,
  intents: readonly Intent[],
): readonly Intent[] {
  const created = new Map(
    intents
      .filter(({ does, record }) => does === 'create' && record.kind === 'invoice')
      .map(({ record, key }) => [sideKey(record.side, record.id), key]),
  );
  // What is written anyhow gets its tag with that write.
  const written = new Set(intents.map(({ to, target }) => sideKey(to, target?.id ?? '')));
  return SIDES.flatMap((side) =>
    [...scene.now[side].invoices.values()].flatMap((invoice): Intent[] => {
      if (!hasForeignTag(scene, invoice)) return [];
      const key = sideKey(side, invoice.id);
      const need = created.get(key);
      const link = scene.links.find(side, 'invoice', invoice.id);
      if ((need === undefined && !link) || written.has(key)) return [];
      if (!gates.of(side, invoice.clientId).open) return [];
      if (closedPhrase(scene, side, invoice.date, '') !== null) return [];
      return [
        {
          key: intentKey('tag', 'invoice', side, invoice.id),
          does: 'act',
          act: 'tag',
          type: 'invoice',
          to: side,
          record: invoice,
          target: invoice,
          linkId: link?.id ?? null,
          draft: null,
          number: invoice.number,
          clientName: scene.now[side].clients.get(invoice.clientId)?.name ?? invoice.clientId,
          date: invoice.date,
          amountCents: ZERO,
          effectCents: ZERO,
          why: phrase('why.copiedTag'),
          needs: need === undefined ? [] : [need],
        },
      ];
    }),
  );
}

/** Does its tag name a document that is another's twin? */
function hasForeignTag({ links }: Scene, invoice: Invoice): boolean {
  if (invoice.voided || splitId(invoice.id).list !== 'plain') return false;
  // Another firm's tag would say to that firm that it is theirs.
  if (invoice.otherFirm !== undefined) return true;
  if (invoice.marker === null) return false;
  const named = namedBy(invoice);
  const own = links.twin(invoice.side, 'invoice', invoice.id);
  return named !== null && named.id !== own;
}
