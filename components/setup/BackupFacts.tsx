import { totalOf } from '../../utils/backup/format';
import { ENTITIES_OF, SHELVES } from '../../utils/port/raw-entities';
import type { BackupCounts } from '../../utils/store/backup-record';
import { formatTagOf, type Locale } from '../../utils/wording/locale';
import { useWording } from '../ui/wording';
import classes from './BackupCard.module.css';

/** A backup file in facts: name, size, hash, and how many rows of each list. */
export function BackupFacts(props: {
  fileName: string;
  bytes: number;
  sha256: string;
  counts: BackupCounts;
}) {
  const { t, locale } = useWording();
  const rows = SHELVES.reduce((sum, shelf) => sum + totalOf(props.counts[shelf]), 0);
  return (
    <>
      <dl className={classes.facts}>
        <dt>{t('backup.fileName')}</dt>
        <dd>{props.fileName}</dd>
        <dt>{t('backup.size')}</dt>
        <dd className="lb-num">{sizeText(props.bytes, locale)}</dd>
        <dt>{t('backup.sha256')}</dt>
        <dd className={classes.hash}>{props.sha256}</dd>
      </dl>
      <details className={classes.details}>
        <summary>{t('backup.contents', { rows })}</summary>
        <div className={classes.tables}>
          {SHELVES.map((shelf) => (
            <Counts key={shelf} shelf={shelf} counts={props.counts[shelf]} />
          ))}
        </div>
      </details>
    </>
  );
}

function Counts(props: {
  shelf: (typeof SHELVES)[number];
  counts: Readonly<Record<string, number>>;
}) {
  const { t, count } = useWording();
  return (
    <table className={classes.table}>
      <caption>{t(`backup.shelf.${props.shelf}`)}</caption>
      <thead className="lb-hidden">
        <tr>
          <th scope="col">{t('backup.column.list')}</th>
          <th scope="col">{t('backup.column.rows')}</th>
        </tr>
      </thead>
      <tbody>
        {ENTITIES_OF[props.shelf].map((entity) => (
          <tr key={entity}>
            <th scope="row">{t(`backup.entity.${entity}`)}</th>
            <td className="lb-num">{count(props.counts[entity] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('table.total')}</th>
          <td className="lb-num">{count(totalOf(props.counts))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const MEGABYTE = 1_000_000;

/** `1.2 MB`, and `12 kB` below a megabyte. */
function sizeText(bytes: number, locale: Locale): string {
  const isLarge = bytes >= MEGABYTE;
  const unit = isLarge ? 'megabyte' : 'kilobyte';
  const format = new Intl.NumberFormat(formatTagOf(locale), {
    style: 'unit',
    unit,
    maximumFractionDigits: isLarge ? 1 : 0,
  });
  return format.format(isLarge ? bytes / MEGABYTE : Math.ceil(bytes / 1_000));
}
