/** The set-up as the file sees it: what can be named, what is chosen, who is paired. */
import type { Client } from '../ledger/entities';
import {
  MAPPING_KINDS,
  type Mapping,
  type MappingKind,
  MappingTable,
  SPECIAL_CODES,
} from '../ledger/mappings';
import type { References } from '../ledger/references';
import { otherSide, type Side } from '../ledger/side';
import type { Scene } from '../sync/scene';
import type { Locale } from '../wording/locale';
import { type Item, Items, itemOf } from './items';
import { specialWord } from './words';

/** Kinds of mappings in the order of their sheets. */
export const KINDS = MAPPING_KINDS;

export interface Entry {
  readonly kind: MappingKind;
  readonly from: Side;
  readonly fromId: string;
}

export interface FileSetUp {
  readonly locale: Locale;
  readonly scene: Pick<Scene, 'now' | 'links' | 'wishes'>;
  readonly stored: readonly Mapping[];
  readonly table: MappingTable;
  /** Entries of QuickBooks for which the set-up asks the way back. */
  readonly asked: readonly Entry[];
  /** What can be named on one side of a sheet. */
  items(kind: MappingKind, side: Side): Items;
  /** What an entry can be mapped to. */
  targets(entry: Entry): Items;
}

export function fileSetUp(
  scene: FileSetUp['scene'],
  stored: readonly Mapping[],
  asked: readonly Entry[],
  locale: Locale,
): FileSetUp {
  const lists = new Map<string, Items>();
  const listOf = (name: string, make: () => Items): Items => {
    const known = lists.get(name) ?? make();
    lists.set(name, known);
    return known;
  };
  const items = (kind: MappingKind, side: Side) =>
    listOf(`${kind} ${side}`, () => {
      const known = namedOf(scene.now[side].references, kind, side, locale);
      return new Items([...known, ...goneOf(known, stored, kind, side)]);
    });
  return {
    locale,
    scene,
    stored,
    table: new MappingTable(stored),
    asked,
    items,
    targets: ({ kind, from, fromId }) =>
      kind === 'special' && from === 'tps'
        ? listOf(`target ${fromId}`, () => specialTargets(scene, stored, fromId))
        : items(kind, otherSide(from)),
  };
}

function namedOf(
  references: References,
  kind: MappingKind,
  side: Side,
  locale: Locale,
): readonly Item[] {
  switch (kind) {
    case 'code':
      return codesOf(references);
    case 'special':
      return side === 'tps'
        ? SPECIAL_CODES.map((code) =>
            itemOf(
              code,
              specialWord(code, locale),
              specialWord(code, locale === 'en' ? 'fr' : 'en'),
            ),
          )
        : codesOf(references);
    case 'tax':
      return references.taxChoices.map(({ id, name, active }) => itemOf(id, name, name, active));
    case 'bank':
      return references.banks.map(({ id, name }) => itemOf(id, name, name));
    case 'method':
      return references.methods.map(({ id, name }) => itemOf(id, name, name));
  }
}

function codesOf({ codes }: References): Item[] {
  return codes
    .filter((code) => code.billable)
    .map(({ id, name, path, active, group }) =>
      itemOf(id, path || name, name, active && group !== 'NONCHARGEABLE'),
    );
}

/** An adjustment decrease is booked on an account, the other charges on a product or service. */
function specialTargets(
  { now }: FileSetUp['scene'],
  stored: readonly Mapping[],
  code: string,
): Items {
  const { references } = now.qbo;
  const known =
    code === 'adjustmentDecrease'
      ? references.adjustmentAccounts.map(({ id, name }) => itemOf(id, name, name))
      : codesOf(references);
  const mine = stored.filter(({ kind, fromId }) => kind === 'special' && fromId === code);
  return new Items([...known, ...goneOf(known, mine, 'special', 'qbo')]);
}

/** What is mapped but does not exist any more: `#17`, so that the file can say that it stays. */
function goneOf(
  known: readonly Item[],
  stored: readonly Mapping[],
  kind: MappingKind,
  side: Side,
): Item[] {
  const ids = new Set(known.map(({ id }) => id));
  const gone = new Set<string>();
  for (const mapping of stored) {
    if (mapping.kind !== kind) continue;
    const id = mapping.from === side ? mapping.fromId : mapping.toId;
    if (!ids.has(id)) gone.add(id);
  }
  return [...gone].map((id) => itemOf(id, '', '', false));
}

/** Clients of one side that a row can name; deleted ones only while they are linked. */
export function clientsOf({ scene }: Pick<FileSetUp, 'scene'>, side: Side): Client[] {
  return [...scene.now[side].clients.values()].filter(
    ({ id, status }) => status !== 'deleted' || scene.links.twin(side, 'client', id) !== null,
  );
}
