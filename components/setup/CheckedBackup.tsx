import type { BackupContents } from '../../utils/backup/read';
import type { BackupRecord } from '../../utils/store/backup-record';
import type { PairView } from '../../utils/views/views';
import { Problem } from '../ui/Problem';
import { StatusBadge } from '../ui/StatusBadge';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import classes from './BackupCard.module.css';
import { BackupFacts } from './BackupFacts';

/** A file that the user chose, opened again and checked. */
export type FileCheck =
  | { state: 'none' | 'checking' }
  | { state: 'whole'; fileName: string; contents: BackupContents }
  | { state: 'refused'; trouble: Trouble };

/** Whole or not; whose books, of when; and whether it is the backup that is known here. */
export function CheckedBackup(props: {
  check: FileCheck;
  pair: PairView;
  known: BackupRecord | null;
}) {
  const { t, dateTime } = useWording();
  const { check, known } = props;
  if (check.state === 'refused') return <Problem trouble={check.trouble} />;
  if (check.state !== 'whole') return null;
  const { head } = check.contents;
  const at = dateTime(head.madeAt);
  const isOurs =
    head.firm.id === props.pair.firm.id && head.company.realm === props.pair.company.realm;
  const isKnown = known?.how === 'file' && known.sha256 === check.contents.sha256;
  return (
    <div className={classes.known} role="status">
      <StatusBadge status={isOurs ? 'successful' : 'warning'}>
        {t(isOurs ? 'backup.wholeWord' : 'backup.otherBooksWord')}
      </StatusBadge>
      <p>
        {isOurs
          ? t(isKnown ? 'backup.wholeKnown' : 'backup.whole', { at })
          : t('backup.otherBooks', { firm: head.firm.name, company: head.company.name, at })}
      </p>
      {isKnown ? null : <BackupFacts {...check.contents} fileName={check.fileName} />}
    </div>
  );
}
