import { browser } from 'wxt/browser';

/**
 * After an update the guests in open tabs belong to a version that is gone ("Extension context
 * invalidated"): new ones take their place without a reload of the user's page.
 */
export async function reinjectGuests(): Promise<void> {
  const { content_scripts: guests = [] } = browser.runtime.getManifest();
  for (const { matches = [], js = [] } of guests) {
    for (const tab of await browser.tabs.query({ url: matches })) {
      if (tab.id === undefined || tab.discarded) continue;
      await browser.scripting
        // WXT types paths by name; these come from the manifest itself.
        .executeScript({ target: { tabId: tab.id }, files: js as never[] })
        .catch(() => {}); // A tab that shows an error page cannot be entered.
    }
  }
}
