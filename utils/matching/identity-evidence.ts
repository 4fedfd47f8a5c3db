/** Our own marker, and the Client ID that somebody put into QuickBooks. */
import { phrase } from '../wording/phrase';
import type { Evidence } from './evidence';
import type { Profile } from './profile';

const MARKER_POINTS = 100;
const CODE_POINTS = 70;
const OTHER_CODE_POINTS = -50;

export function addIdentity(evidence: Evidence, tps: Profile, qbo: Profile): void {
  if (tps.twinId === qbo.client.id || qbo.twinId === tps.client.id) {
    evidence.marker = true;
    evidence.add(MARKER_POINTS, phrase('match.marker'));
  }
  if (tps.code === '' || qbo.code === '') return;
  if (tps.code === qbo.code) {
    evidence.code = true;
    evidence.add(CODE_POINTS, phrase('match.clientId', { code: tps.client.code }));
  } else if (!evidence.marker) {
    evidence.otherCode = true;
    evidence.add(OTHER_CODE_POINTS, phrase('match.otherClientId', { code: qbo.client.code }));
  }
}
