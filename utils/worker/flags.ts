/** What is known about the documents and customers that a QBO page shows at this moment. */
import { localDay } from '../ledger/plain-date';
import type { RequestOf } from '../messages/requests';
import { currentPair } from '../store/pair';
import { loadScene } from '../store/scene';
import { findingsOf } from '../sync/plan/plan';
import { type Flag, flagOf } from '../views/flag-of';
import type { FlagView } from '../views/views';
import type { Locale } from '../wording/locale';
import { render } from '../wording/render';
import type { Desk } from './desk';
import { freshenQbo } from './freshen';
import { localeNow } from './locale';

/** Flags for the subjects, in their order; none for what is ordinary. */
export async function flagsFor(
  desk: Desk,
  { realm, subjects }: RequestOf<'flags.get'>,
): Promise<FlagView[]> {
  let pair = await currentPair(desk.db);
  if (!pair || (realm !== null && realm !== pair.company.realm)) return [];
  await freshenQbo(desk, pair);
  pair = (await currentPair(desk.db)) ?? pair;
  const scene = await loadScene(desk.db, pair, localDay(desk.now()));
  if (!scene) return [];
  const locale = await localeNow(desk);
  const findings = findingsOf(scene);
  return subjects.flatMap((subject) => {
    const flag = flagOf(scene, findings, subject);
    return flag ? [saidIn(flag, locale)] : [];
  });
}

function saidIn(flag: Flag, locale: Locale): FlagView {
  return {
    ...flag,
    label: render(flag.label, locale),
    what: render(flag.what, locale),
    advice: flag.advice && render(flag.advice, locale),
  };
}
