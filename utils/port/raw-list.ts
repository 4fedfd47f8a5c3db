import type { RawEntity } from './raw-entities';

/** One answer of a system as it came. `page` counts from 1 within its list. */
export interface RawPage {
  readonly page: number;
  /** JSON; the answer's body alone, never its headers. */
  readonly body: unknown;
}

/**
 * Hears each page, in order, and is waited for. Page 1 once more means that the list is read anew
 * from its start: the pages that came before are void.
 */
export type OnRawPage = (page: RawPage) => Promise<void>;

/** A list that can be read whole. Adapters throw PortError; what `onPage` throws passes through. */
export interface RawList {
  readonly entity: RawEntity;
  read(onPage: OnRawPage): Promise<void>;
}
