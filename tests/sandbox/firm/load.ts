import type { QboCompany } from '../qbo';
import type { TpsBooks } from '../tps';
import type { FirmDescription } from './description';
import { loadQbo } from './load-qbo';
import { loadTps } from './load-tps';

/** Books a description into both sides, as its people would have. */
export function loadFirm(firm: FirmDescription, tps: TpsBooks, qbo: QboCompany): void {
  loadTps(firm, tps);
  loadQbo(firm, qbo);
}
