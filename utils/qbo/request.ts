/** What is asked of QBO, and what comes back. */
import type { Asked } from '../http/failures';
import type { Subject } from '../port/subject';

export interface OneOf {
  readonly value: string;
  statementOf(values: readonly string[]): string;
}

export interface QboRequest {
  /** Below `/api/v3/company/{realm}/`. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly subject: Subject;
  /** A query about one of several values, which may be asked together with others. */
  readonly oneOf?: OneOf;
  /** Asks about the company that the session shows, paired or not: only to say which it is. */
  readonly anyCompany?: true;
  /** Writes none of the books' documents: not counted as such, and nobody is asked first. */
  readonly aside?: true;
}

export interface QboReply {
  readonly body: unknown;
  /** ISO UTC of the server: `time` of the answer, else its `Date` header; null when it has none. */
  readonly serverTime: string | null;
  /** The request, for messages about what is in the answer. */
  readonly asked: Asked;
}

export interface QboWrite extends QboRequest {
  readonly body: unknown;
}

/** One item of a batch without its `bId`. */
export type BatchItem = Readonly<Record<string, unknown>>;

/** One request of a batch. */
export type QboPart =
  | { readonly method: 'GET'; readonly request: QboRequest; readonly item: BatchItem }
  | { readonly method: 'POST'; readonly request: QboWrite; readonly item: BatchItem };

export type QboAnswers = readonly PromiseSettledResult<QboReply>[];

export interface QboTransport {
  get(request: QboRequest): Promise<QboReply>;
  post(request: QboWrite): Promise<QboReply>;
  /**
   * Several in one request: each is answered, or fails, by itself, and none sees what another makes.
   * Null where the limit has no room for a batch now, or QuickBooks takes none: then nothing was done.
   */
  batch(parts: readonly QboPart[]): Promise<QboAnswers | null>;
  /** Company of the session; throws `signedOut` when there is no session. */
  currentRealm(): Promise<string>;
  /** Does the session show the paired company? */
  isPaired(): Promise<boolean>;
  /** Asks for all of a list of things before any is answered: they go together. */
  readonly gathers: boolean;
  /** Remembers a company's name, for the sentence about a wrong one. */
  named(realm: string, name: string): void;
}
