import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { JsonObject } from '../../sandbox/qbo';
import { objectAt, objectsAt, textAt } from '../../sandbox/qbo/json';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { Client } from './client';

export interface Scene {
  sandbox: Sandbox;
  client: Client;
}

/**
 * A sandbox on free ports for all tests of a file, with an empty company for each of them. The client keeps no limit, so none is set.
 */
export function useSandbox(): Scene {
  const scene: Partial<Scene> = {};
  beforeAll(async () => {
    const sandbox = await startSandbox({ clients: 0 });
    sandbox.qbo.switches.rateLimit = false;
    scene.sandbox = sandbox;
    scene.client = new Client(sandbox.httpPort, sandbox.realm);
  });
  beforeEach(() => {
    const { qbo, realm } = need(scene.sandbox);
    qbo.company(realm).reset();
    qbo.company(realm).seedBaseline();
  });
  afterAll(() => scene.sandbox?.stop());
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The sandbox has not started.');
    return value;
  };
  return {
    get sandbox() {
      return need(scene.sandbox);
    },
    get client() {
      return need(scene.client);
    },
  };
}

export const idOf = (from: JsonObject): string => textAt(from, 'Id') ?? '';
export const handleOf = (from: JsonObject): JsonObject => ({
  Id: idOf(from),
  SyncToken: textAt(from, 'SyncToken') ?? '',
});

/** The rows in the answer of a `find…` method. */
export const rowsOf = (answer: JsonObject, entity: string): readonly JsonObject[] =>
  objectsAt(objectAt(answer, 'QueryResponse'), entity);

async function idNamed(client: Client, method: string, entity: string, name: string) {
  const answer = await client.done(method, [{ field: 'Name', value: name, operator: '=' }]);
  return { value: idOf(rowsOf(answer, entity)[0] ?? {}) };
}

export const accountNamed = (client: Client, name: string) =>
  idNamed(client, 'findAccounts', 'Account', name);
export const exempt = (client: Client) => idNamed(client, 'findTaxCodes', 'TaxCode', 'Exempt');

export async function salesForm(
  client: Client,
  customer: JsonObject,
  dollars: number,
  more: JsonObject = {},
): Promise<JsonObject> {
  return {
    CustomerRef: { value: idOf(customer) },
    Line: [
      {
        Amount: dollars,
        DetailType: 'SalesItemLineDetail',
        SalesItemLineDetail: { ItemRef: { value: '1' }, TaxCodeRef: await exempt(client) },
      },
    ],
    ...more,
  };
}
