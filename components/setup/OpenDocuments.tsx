import { Checkbox } from '@mantine/core';
import { IconFiles } from '@tabler/icons-react';
import type { OpenDocument, OpenDocumentsView } from '../../utils/views/views';
import { Empty } from '../ui/Empty';
import { Money } from '../ui/Money';
import { DataTable } from '../ui/table/DataTable';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import { useDocumentColumns } from './document-columns';
import classes from './OpenDocuments.module.css';

const FATES = ['linked', 'created', 'clash', 'waits', 'leftOut'] as const;

/** What the first sync finds in both books, before anything is written. */
export function OpenDocuments(props: {
  /** Null while it is on the way. */
  view: OpenDocumentsView | null;
  trouble: Trouble | null;
  onRetry: () => void;
  busy: boolean;
  onLinkSettled: (on: boolean) => void;
}) {
  const { t } = useWording();
  const { view } = props;
  const { columns, filters } = useDocumentColumns();
  const documents = view?.documents ?? null;
  const of = (fate: (typeof FATES)[number]) =>
    documents?.filter((document) => document.fate === fate) ?? [];
  return (
    <section className={classes.documents} aria-labelledby="documents-heading">
      <h2 id="documents-heading">{t('documents.heading')}</h2>
      <p>{t('documents.lead')}</p>
      <dl className={classes.fates}>
        {FATES.map((fate) => (
          <div key={fate}>
            <dt>{t(`documents.fate.${fate}`)}</dt>
            <dd className="lb-num">
              {documents ? t('documents.count', { count: of(fate).length }) : '–'}
            </dd>
            <dd className="lb-num lb-quiet">{documents ? <Money cents={sum(of(fate))} /> : '–'}</dd>
          </div>
        ))}
      </dl>
      {view ? (
        <>
          <p className="lb-quiet">{t('documents.settled', view.settled)}</p>
          <Checkbox
            label={t('documents.linkSettled')}
            description={t('documents.linkSettledWhat')}
            checked={view.linkSettled}
            disabled={props.busy}
            onChange={({ currentTarget: { checked } }) => props.onLinkSettled(checked)}
          />
        </>
      ) : null}
      <DataTable<OpenDocument>
        label={t('documents.heading')}
        rows={documents}
        rowId={(document) => document.key}
        rowName={(document) => `${document.number} ${document.clientName}`}
        columns={columns}
        filters={filters}
        minWidth={1000}
        trouble={props.trouble}
        onRetry={props.onRetry}
        empty={<Empty title={t('documents.none')} icon={IconFiles} />}
        totals={(shown) => ({ amount: <Money cents={sum(shown)} /> })}
      />
    </section>
  );
}

function sum(documents: readonly OpenDocument[]): number {
  return documents.reduce((total, document) => total + document.amountCents, 0);
}
