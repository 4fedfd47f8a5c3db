import type { QboStandIn } from '../qbo';
import type { TpsStandIn } from '../tps';
import { type FirmOptions, generateFirm } from './generate';
import { loadFirm } from './load';
import { loadFirmForSamples } from './samples';

export type { FirmDescription } from './description';
export { type FirmOptions, generateFirm } from './generate';
export { loadFirm } from './load';
export { loadFirmForSamples } from './samples';

/** Makes a firm and books it into both stand-ins. */
export async function buildFirm(
  options: FirmOptions & { readonly qboSamples?: string },
  tps: TpsStandIn,
  qbo: QboStandIn,
  realm: string,
): Promise<void> {
  const company = qbo.company(realm);
  if (options.qboSamples === undefined) {
    loadFirm(generateFirm(options), tps.books, company);
  } else {
    const { loadSamples } = await import('../qbo/samples');
    loadSamples(company, options.qboSamples);
    loadFirmForSamples(options, tps.books, company);
  }
}
