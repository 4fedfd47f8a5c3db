/** Whom a row of the clients' sheet names. */
import { survivingText } from '../export/mappings-cell';
import type { Client } from '../ledger/entities';
import type { Locale } from '../wording/locale';
import type { Phrase } from '../wording/phrase';
import { type ClientRow, clientRows } from './client-rows';
import { folded, Items, itemOf } from './items';
import { clientsOf, type FileSetUp } from './set-up';
import type { FileRow } from './sheet';
import type { ClientColumn } from './words';

export type ClientFileRow = FileRow<ClientColumn>;

export type Problem = { readonly problem: Phrase };

export interface People {
  readonly locale: Locale;
  readonly tps: Items;
  readonly qbo: Items;
  readonly byCode: ReadonlyMap<string, readonly Client[]>;
  readonly clients: FileSetUp['scene']['now'];
  readonly wishes: FileSetUp['scene']['wishes'];
  readonly rowOfTps: ReadonlyMap<string, ClientRow>;
  readonly rowOfQbo: ReadonlyMap<string, ClientRow>;
}

/** Everybody whom a row can name, and what is decided about them now. */
export function peopleOf(setUp: FileSetUp): People {
  const items = (side: 'tps' | 'qbo') =>
    new Items(clientsOf(setUp, side).map(({ id, name }) => itemOf(id, name, '')));
  const byCode = new Map<string, Client[]>();
  for (const client of clientsOf(setUp, 'tps')) {
    const code = folded(client.code);
    if (code !== '') byCode.set(code, [...(byCode.get(code) ?? []), client]);
  }
  const rows = clientRows(setUp);
  return {
    locale: setUp.locale,
    tps: items('tps'),
    qbo: items('qbo'),
    byCode,
    clients: setUp.scene.now,
    wishes: setUp.scene.wishes,
    rowOfTps: new Map(rows.flatMap((row) => (row.tps ? [[row.tps.id, row]] : []))),
    rowOfQbo: new Map(rows.flatMap((row) => (row.qbo ? [[row.qbo.id, row]] : []))),
  };
}

/** The TPS client of a row, by Client ID and name; null where the row names none. */
export function tpsOf(people: People, row: ClientFileRow): Client | Problem | null {
  const { clientId, tps: name, tpsId } = row.cells;
  if (clientId === '') return name === '' ? null : clientNamed(people, row, 'tps');
  const coded = people.byCode.get(folded(clientId)) ?? [];
  const [first] = coded;
  if (!first) {
    const values = { name: clientId, list: 'clientTps', side: 'tps' };
    return { problem: row.about('clientId', 'file.unknown', values) };
  }
  const meant = coded.filter(
    (client) => name === '' || folded(itemOf(client.id, client.name, '').label) === folded(name),
  );
  if (meant.length === 0) {
    const values = { code: clientId, actual: first.name, name };
    return { problem: row.about('tps', 'file.otherClient', values) };
  }
  const one = meant.length === 1 ? meant[0] : meant.find((c) => survivingText(c.id) === tpsId);
  return (
    one ?? {
      problem: ambiguous(
        row,
        'clientId',
        'tps',
        meant.map((client) => client.id),
      ),
    }
  );
}

export function customerOf(people: People, row: ClientFileRow): Client | Problem | null {
  return row.cells.qbo === '' ? null : clientNamed(people, row, 'qbo');
}

function clientNamed(people: People, row: ClientFileRow, side: 'tps' | 'qbo'): Client | Problem {
  const name = row.cells[side];
  const found = people[side].find(name, row.cells[side === 'tps' ? 'tpsId' : 'qboId']);
  const client = found.ok ? people.clients[side].clients.get(found.item.id) : undefined;
  if (client) return client;
  if (!found.ok && found.why === 'ambiguous') {
    return { problem: ambiguous(row, side, side, found.ids) };
  }
  const values = { name, list: side === 'tps' ? 'clientTps' : 'clientQbo', side };
  return { problem: row.about(side, 'file.unknown', values) };
}

function ambiguous(
  row: ClientFileRow,
  column: 'clientId' | 'tps' | 'qbo',
  side: 'tps' | 'qbo',
  ids: readonly string[],
): Phrase {
  const idColumn = row.headings[side === 'tps' ? 'tpsId' : 'qboId'];
  const values = {
    name: row.cells[column],
    side,
    count: ids.length,
    ids: ids.join(', '),
    idColumn,
  };
  return row.about(column, 'file.ambiguous', values);
}
