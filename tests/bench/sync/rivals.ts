/**
 * How others would push the same firm, on the same stand-in with the same limits and service times:
 * one by one, in batches, ten at a time without minding limits, and by two lanes that know in advance
 * all there is to do and do nothing else. The last is the floor.
 */
import type { FirmDescription } from '../../sandbox/firm/description';
import { qboInvoice } from '../../sandbox/firm/load-qbo';
import { readQboLists } from '../../sandbox/firm/qbo-lists';
import {
  isObject,
  type JsonObject,
  objectAt,
  objectsAt,
  parseJson,
  textAt,
} from '../../sandbox/qbo/json';
import { REALM } from '../../simulation/world/sites';
import { openBooks } from './firm';
import { type Figures, Meter } from './measured';
import { serviceMs } from './service-times';

export type Rival =
  | { readonly how: 'one by one' }
  | { readonly how: 'batches'; readonly size: number }
  | { readonly how: 'ten at once' }
  | { readonly how: 'two lanes'; readonly size: number; readonly share: number };

export function nameOf(rival: Rival): string {
  switch (rival.how) {
    case 'one by one':
      return 'one by one';
    case 'ten at once':
      return '10 in parallel, no limiter';
    case 'batches':
      return `batches of ${rival.size}`;
    case 'two lanes':
      return `two lanes, ${rival.size} a batch, ${rival.share * 100} % (the floor)`;
  }
}

interface Item {
  readonly entity: 'Customer' | 'Invoice';
  readonly key: string;
  body(ids: ReadonlyMap<string, string>): JsonObject;
}

/** Customers first, then their invoices. */
function itemsOf(firm: FirmDescription, lists: ReturnType<typeof readQboLists>): Item[][] {
  const customers = firm.clients.map(
    ({ key, name, phone }): Item => ({
      ...{ entity: 'Customer', key },
      body: () => ({ DisplayName: name, PrimaryPhone: { FreeFormNumber: phone } }),
    }),
  );
  const invoices = firm.invoices.map(
    (invoice): Item => ({
      ...{ entity: 'Invoice', key: invoice.key },
      body: (ids) => {
        const { code, number, clientKey } = invoice;
        const docNumber = code === '0' ? String(number) : `${code}-${number}`;
        return qboInvoice({ ...invoice, docNumber }, ids.get(clientKey) ?? '', lists);
      },
    }),
  );
  return [customers, invoices];
}

/** What was sent in the last moments. */
class Window {
  #times: number[] = [];
  constructor(
    private readonly lengthMs: number,
    private readonly most: number,
  ) {}

  hasRoom(nowMs: number): boolean {
    this.#times = this.#times.filter((at) => nowMs - at < this.lengthMs);
    return this.#times.length < this.most;
  }

  note(nowMs: number): void {
    this.#times.push(nowMs);
  }
}

const AT_ONCE = 9;
const LOOK_AGAIN_MS = 20;

export async function pushBy(rival: Rival, firm: FirmDescription): Promise<Figures> {
  const { clock, qbo, company } = openBooks(firm);
  const meter = new Meter(() => clock.ms);
  const ids = new Map<string, string>();
  let written = 0;
  const post = async (path: string, body: JsonObject): Promise<JsonObject | null> => {
    const url = `https://quickbooks.api.intuit.com/v3/company/${REALM}/${path}`;
    const text = JSON.stringify(body);
    const json = 'application/json';
    const headers = { authorization: 'Bearer bench', accept: json, 'content-type': json };
    const init = { method: 'POST', headers, body: text };
    const response = await qbo.api.fetch(new Request(url, init));
    const request = { side: 'qbo' as const, method: 'POST', path: `/company/${REALM}/${path}?` };
    meter.note(request, response.status);
    await clock.advance(await serviceMs({ ...request, body: text, write: true }, response));
    const answer = response.ok ? parseJson(await response.text()) : null;
    return isObject(answer) ? answer : null;
  };
  const took = (item: Item, answer: JsonObject | undefined | null) => {
    const made = answer && objectAt(answer, item.entity);
    if (!made) return;
    ids.set(item.key, textAt(made, 'Id') ?? '');
    written += 1;
  };
  const one = async (item: Item) =>
    took(item, await post(item.entity.toLowerCase(), item.body(ids)));
  const batch = async (some: readonly Item[]) => {
    const BatchItemRequest = some.map((item, at) => ({
      ...{ bId: `i${at}`, operation: 'create' },
      [item.entity]: item.body(ids),
    }));
    const whole = await post('batch', { BatchItemRequest });
    const answers = whole ? objectsAt(whole, 'BatchItemResponse') : [];
    for (const [at, item] of some.entries()) {
      const answer = answers.find((each) => textAt(each, 'bId') === `i${at}`);
      took(item, answer);
    }
  };
  const share = rival.how === 'two lanes' ? rival.share : 1;
  const all = [new Window(60_000, 500 * share), new Window(1_000, 10 * share)];
  const ofBatches = [...all, new Window(60_000, 40 * share)];
  for (const items of itemsOf(firm, readQboLists(company))) {
    if (rival.how === 'one by one') for (const item of items) await one(item);
    if (rival.how === 'batches') {
      for (let at = 0; at < items.length; at += rival.size) {
        await batch(items.slice(at, at + rival.size));
      }
    }
    if (rival.how === 'ten at once') await pool(10, items, one);
    if (rival.how === 'two lanes') await lanes(rival, items);
  }
  return meter.end(nameOf(rival), written);

  async function lanes({ size }: { size: number }, items: Item[]) {
    const left = [...items];
    const mayGo = (windows: readonly Window[]) => {
      const isFree = windows.every((window) => window.hasRoom(clock.ms));
      if (isFree) for (const window of windows) window.note(clock.ms);
      return isFree;
    };
    const work = async () => {
      while (left.length > 0) {
        if (left.length > 3 && mayGo(ofBatches)) await batch(left.splice(0, size));
        else if (mayGo(all)) {
          const item = left.shift();
          if (item) await one(item);
        } else await clock.advance(LOOK_AGAIN_MS);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
}

async function pool<T>(limit: number, items: readonly T[], act: (item: T) => Promise<void>) {
  const left = [...items];
  const work = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: limit }, work));
}
