import { browser } from 'wxt/browser';
import { TRAITS } from '../ledger/traits';
import type { TpsSessionSource } from './session';

/** The session of this browser. */
export function browserTpsSession(origin: string = TRAITS.tps.origin): TpsSessionSource {
  return {
    async xsrfToken() {
      const found = await browser.cookies.get({ url: `${origin}/`, name: 'XSRF-TOKEN' });
      return found && found.value !== '' ? decoded(found.value) : null;
    },
  };
}

/** Web frameworks escape the cookie; the header wants the token itself. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
