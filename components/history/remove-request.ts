import type { EntryRow } from '../../utils/views/views';
import type { ReasonRequest } from '../ui/ReasonDialog';
import type { Wording } from '../ui/wording';

/** The question asked before an entry is removed: what is left alone, and what it does to A/R. */
export function removeRequest(
  entry: EntryRow,
  name: string,
  { t }: Wording,
  onGive: (reason: string) => void,
): ReasonRequest {
  const effectCents = Math.abs(entry.effectCents);
  const effect =
    entry.effectCents === 0
      ? t('reason.ignoreEffectNone')
      : entry.effectCents > 0
        ? t('reason.ignoreEffectTps', { effectCents })
        : t('reason.ignoreEffectQbo', { effectCents });
  return {
    title: t('reason.ignoreTitle', { name }),
    body: [t('reason.ignoreBody'), effect],
    go: t('history.remove'),
    onGive,
  };
}
