/** TPS's own page for its QuickBooks integration: where its users look for the sync. */
const INTEGRATION_PATH = '/integrations/quickbooks';

/**
 * Whether this TPS page opens the panel by itself. Takes the path from the hash too, for an app
 * that routes there (`/#/integrations/quickbooks`).
 */
export function opensPanel(url: URL): boolean {
  const inHash = url.hash.startsWith('#/') ? url.hash.slice(1).split('?')[0] : undefined;
  return [url.pathname, inHash].some(
    (path) => path?.toLowerCase().replace(/\/+$/, '') === INTEGRATION_PATH,
  );
}
