import type { PairView } from '../../utils/views/views';
import { Problem } from '../ui/Problem';
import { useWording } from '../ui/wording';
import { BackupCard } from './BackupCard';
import { useBackup } from './use-backup';
import { useFileCheck } from './use-file-check';

/** The backup card with the worker behind it. */
export function BackupSection({ pair }: { pair: PairView }) {
  const { t } = useWording();
  const { view, trouble, refused, refresh, send } = useBackup();
  const [check, onCheck] = useFileCheck();
  if (view === null) {
    return trouble ? (
      <Problem trouble={trouble} onRetry={refresh} />
    ) : (
      <p role="status">{t('loading')}</p>
    );
  }
  return (
    <BackupCard
      view={view}
      pair={pair}
      today={today()}
      trouble={refused}
      check={check}
      onStart={() => void send('backup.start', {})}
      onStop={() => void send('backup.stop', {})}
      onState={async (tool, madeOn) => (await send('backup.state', { tool, madeOn })).ok}
      onCheck={onCheck}
    />
  );
}

/** The day on the user's calendar. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
