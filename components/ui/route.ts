import type { WorkspacePlace } from './sync-actions';

/** Pages of the workspace, in the order of its navigation. */
export const PAGES = ['setup', 'preview', 'history', 'tieout', 'clients', 'settings'] as const;
export type Page = (typeof PAGES)[number];

/** Where the workspace is: `#/history/r17?status=failed`. */
export interface Route {
  page: Page;
  /** Set-up step or run; empty when the hash names none. */
  part: string;
  query: Readonly<Record<string, string>>;
}

function isPage(text: string): text is Page {
  return PAGES.some((page) => page === text);
}

/** Reads a hash; null when it names no page, so that the caller chooses one. */
export function parseRoute(hash: string): Route | null {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [page = '', part = ''] = path.split('/');
  if (!isPage(page)) return null;
  return {
    page,
    part: decodeURIComponent(part),
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}

/** The hash of a place: `hashOf('history', 'r17', { status: 'failed' })`. */
export function hashOf(
  page: Page,
  part = '',
  query: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams(query).toString();
  return `#/${page}${part ? `/${encodeURIComponent(part)}` : ''}${search ? `?${search}` : ''}`;
}

/** The hash of what `workspace.open` asks for. */
export function hashOfPlace(place: WorkspacePlace): string {
  return hashOf(place.view, place.step ?? place.runId ?? '');
}
