import { browser } from 'wxt/browser';
import { TRAITS } from '../ledger/traits';
import { observedHeaders } from './observe-session';
import { EXTRA_HEADERS, type QboSessionSource } from './session';

/** The session of this browser: observed headers, and the cookies that outrank them. */
export function browserQboSession(): QboSessionSource {
  return {
    async current() {
      const [headers, company, csrf] = await Promise.all([
        observedHeaders(),
        cookie('qbo.currentcompanyid'),
        cookie('qbo.csrftoken'),
      ]);
      const authorization = headers?.authorization;
      if (!headers || authorization === undefined) return null;
      const extra: Record<string, string> = {};
      for (const name of EXTRA_HEADERS) {
        const value = headers[name];
        if (value !== undefined) extra[name] = value;
      }
      return {
        authorization,
        companyId: company ?? headers['intuit-company-id'] ?? null,
        csrfToken: csrf ?? headers.csrftoken ?? null,
        xCsrfToken: headers['x-csrf-token'] ?? null,
        extra,
      };
    },
  };
}

async function cookie(name: string): Promise<string | null> {
  const found = await browser.cookies.get({ url: `${TRAITS.qbo.origin}/`, name });
  return found && found.value !== '' ? found.value : null;
}
