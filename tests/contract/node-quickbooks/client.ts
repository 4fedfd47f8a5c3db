/**
 * The node-quickbooks client (ISC), pointed at a sandbox over real sockets. Its own types are
 * full of `any`; here everything it answers is JSON to look into.
 */
import QuickBooks from 'node-quickbooks';
import type { Json, JsonObject } from '../../sandbox/qbo';
import { isObject, objectAt, objectsAt, textAt } from '../../sandbox/qbo/json';

export interface Outcome {
  /** 0 where the client hides the response of a success. */
  readonly status: number;
  readonly body: JsonObject;
  /** Code of the first error; null where the call succeeded. */
  readonly fault: string | null;
}

export class Client {
  private readonly client: object;

  constructor(httpPort: number, realm: string, token = 'node-quickbooks') {
    Reflect.set(QuickBooks, 'V3_ENDPOINT_BASE_URL', `http://127.0.0.1:${httpPort}/v3/company/`);
    this.client = new QuickBooks(
      'key',
      'secret',
      token,
      false,
      realm,
      true,
      false,
      '75',
      '2.0',
      '',
    );
  }

  /** Calls a method of the client by its name, such as `createInvoice`. */
  ask(method: string, ...sent: readonly Json[]): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const run: unknown = Reflect.get(this.client, method);
      if (typeof run !== 'function') {
        reject(new Error(`node-quickbooks has no ${method}`));
        return;
      }
      const done = (error: unknown, data: unknown, response: unknown): void => {
        resolve(outcomeOf(error, data, response));
      };
      // It writes into what it is given, so it gets a copy.
      Reflect.apply(run, this.client, [...sent.map((one) => structuredClone(one)), done]);
    });
  }

  /** As `ask`, for calls that must succeed. */
  async done(method: string, ...sent: readonly Json[]): Promise<JsonObject> {
    const outcome = await this.ask(method, ...sent);
    if (outcome.fault !== null) throw new Error(`${method}: ${JSON.stringify(outcome.body)}`);
    return outcome.body;
  }
}

const at = (from: unknown, key: string): unknown =>
  typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined;

function outcomeOf(error: unknown, data: unknown, response: unknown): Outcome {
  const failed = at(error, 'response');
  const body = toJson(failed === undefined ? data : at(failed, 'data'));
  const status = Number(at(failed ?? response, 'status') ?? 0);
  return { status, body, fault: error ? (codeOf(body) ?? 'none') : null };
}

function toJson(value: unknown): JsonObject {
  const plain: Json = JSON.parse(JSON.stringify(value ?? {}));
  return isObject(plain) ? plain : {};
}

/** Of either envelope. */
function codeOf(body: JsonObject): string | undefined {
  const upper = objectsAt(objectAt(body, 'Fault'), 'Error')[0];
  const lower = objectsAt(objectAt(body, 'fault'), 'error')[0];
  return textAt(upper ?? lower, 'code');
}
