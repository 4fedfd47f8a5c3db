/** Two books become a pair: what both sessions show, and that a person says they belong together. */
import { idPart } from '../ledger/record-key';
import type { RequestOf } from '../messages/requests';
import { claimedPhrase, otherFirmIn } from '../runner/claimed';
import { leaseNotes } from '../runner/keeps-notes';
import { currentPair } from '../store/pair';
import type { SetupView } from '../views/views';
import { phrase } from '../wording/phrase';
import type { Desk } from './desk';
import { DeskRefusal } from './refusal';

/** What both sessions show now, to be confirmed; null while one of them is signed out. */
export async function candidateOf(
  desk: Desk,
  systems: SetupView['systems'],
): Promise<SetupView['candidate']> {
  if (systems.tps.state !== 'signedIn' || systems.qbo.state !== 'signedIn') return null;
  const ports = desk.ports(null);
  const [firm, company] = await Promise.all([ports.tps.identify(), ports.qbo.identify()]);
  const other = await claimant(desk, firm.id);
  return {
    claimed:
      other === null
        ? null
        : { what: claimedPhrase(firm.name, company.name, other), confirm: company.name },
    firm: { id: firm.id, name: firm.name, country: firm.country, currency: firm.currency },
    company: {
      realm: company.id,
      name: company.name,
      country: company.country,
      currency: company.currency,
    },
    problem:
      firm.currency === company.currency
        ? null
        : phrase('session.currencies', {
            tpsCurrency: firm.currency,
            qboCurrency: company.currency,
          }),
  };
}

/** Name of another firm whose note stands in the company; null where none does, or none can be read. */
async function claimant(desk: Desk, firmId: string): Promise<string | null> {
  const found = await leaseNotes({ notes: desk.notes() });
  return found && otherFirmIn(found, firmId);
}

/** The person says that these two belong together; both sessions must show them at this moment. */
export async function confirmPair(
  desk: Desk,
  { firmId, realm, takeOver = false }: RequestOf<'pair.confirm'>,
): Promise<null> {
  const ports = desk.ports(null);
  const [firm, company] = await Promise.all([ports.tps.identify(), ports.qbo.identify()]);
  if (firm.id !== firmId) {
    throw new DeskRefusal(
      phrase('session.wrongBooks', { system: 'tps', paired: firmId, now: firm.name }),
    );
  }
  if (company.id !== realm) {
    throw new DeskRefusal(
      phrase('session.wrongBooks', { system: 'qbo', paired: realm, now: company.name }),
    );
  }
  if (firm.currency !== company.currency) {
    throw new DeskRefusal(
      phrase('session.currencies', { tpsCurrency: firm.currency, qboCurrency: company.currency }),
    );
  }
  const known = await currentPair(desk.db);
  const id = `${idPart(firm.id)}:${idPart(company.id)}`;
  if (known && known.id !== id) {
    throw new DeskRefusal(
      phrase('session.wrongBooks', {
        system: known.firm.id === firm.id ? 'qbo' : 'tps',
        paired: known.firm.id === firm.id ? known.company.name : known.firm.name,
        now: known.firm.id === firm.id ? company.name : firm.name,
      }),
    );
  }
  const other = known ? null : await claimant(desk, firm.id);
  if (other !== null && !takeOver) {
    throw new DeskRefusal(claimedPhrase(firm.name, company.name, other));
  }
  if (!known) {
    await desk.db.pairs.add({
      id,
      firm: { id: firm.id, name: firm.name },
      company: { realm: company.id, name: company.name },
      country: firm.country,
      currency: firm.currency,
      confirmedAt: desk.now().toISOString(),
      stepsDone: ['connect'],
      ready: false,
      cutoff: null,
      owed: [],
      watermarks: { tps: null, qbo: null },
      books: { tps: firm, qbo: company },
      references: { tps: null, qbo: null },
      arCents: { tps: 0, qbo: 0 },
      lastTieOut: null,
      ...(other === null ? {} : { tookOver: desk.now().toISOString() }),
    });
  }
  desk.onChange();
  return null;
}
