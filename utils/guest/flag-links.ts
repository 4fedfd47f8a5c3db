import type { FlagSubject } from '../views/views';
import { subjectOf } from './flag-subjects';

/** By what a link leads to, never by a class name: those change with every release. */
const LINKS = 'a[href*="txnId="], a[href*="nameId="], a[href*="projectdetails?"]';

/** More links than this on one page are not looked at. */
const LINKS_MAX = 2_000;

export interface FlagLink {
  link: HTMLAnchorElement;
  subject: FlagSubject;
}

/** Every link of the page to a document or customer of this host, in the order of the page. */
export function findFlagLinks(): FlagLink[] {
  const found: FlagLink[] = [];
  for (const link of document.querySelectorAll<HTMLAnchorElement>(LINKS)) {
    if (found.length === LINKS_MAX) break;
    if (!(link instanceof HTMLAnchorElement) || link.host !== location.host) continue;
    const subject = URL.canParse(link.href) ? subjectOf(new URL(link.href)) : null;
    if (subject) found.push({ link, subject });
  }
  return found;
}
