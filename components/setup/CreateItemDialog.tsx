import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { MappingOption, MappingRow } from '../../utils/views/views';
import { Dialog } from '../ui/Dialog';
import classes from '../ui/Dialog.module.css';
import { Problem } from '../ui/Problem';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import { filterOptions } from './filter-options';

/** Most letters that QuickBooks takes for a name. */
const NAME_LENGTH_MAX = 100;

/** What is to be created for a work code. */
export interface NewItem {
  codeId: string;
  name: string;
  incomeAccountId: string;
}

interface DialogProps {
  /** The work code; null while the dialog is closed. */
  row: MappingRow | null;
  accounts: readonly MappingOption[];
  busy: boolean;
  /** Why QuickBooks refused. */
  trouble: Trouble | null;
  onClose: () => void;
  onCreate: (item: NewItem) => void;
}

/** Asks under which name, and to which income account, a service is created in QuickBooks. */
export function CreateItemDialog(props: DialogProps) {
  const { t } = useWording();
  const { row } = props;
  return (
    <Dialog
      opened={row !== null}
      title={row ? t('newItem.title', { code: row.name }) : ''}
      onClose={props.onClose}
    >
      {row ? <Form key={row.fromId} {...props} row={row} /> : null}
    </Dialog>
  );
}

function Form(props: DialogProps & { row: MappingRow }) {
  const { t } = useWording();
  const { row, accounts } = props;
  const [name, setName] = useState(row.name.slice(0, NAME_LENGTH_MAX));
  const [accountId, setAccountId] = useState(row.incomeId);
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const trimmed = name.trim();
    if (trimmed === '' || accountId === null) return setMissing(true);
    props.onCreate({ codeId: row.fromId, name: trimmed, incomeAccountId: accountId });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <p>{t('newItem.lead')}</p>
      <TextInput
        label={t('newItem.name')}
        value={name}
        maxLength={NAME_LENGTH_MAX}
        error={missing && name.trim() === '' ? t('newItem.nameMissing') : null}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Select
        label={t('newItem.account')}
        description={row.incomeId === null ? null : t('newItem.accountHint')}
        placeholder={t('mapping.choose')}
        nothingFoundMessage={t('clients.editNoMatch')}
        searchable
        allowDeselect={false}
        data={accounts
          .filter((account) => account.income)
          .map((account) => ({ value: account.id, label: account.name }))}
        filter={filterOptions}
        value={accountId}
        error={missing && accountId === null ? t('newItem.accountMissing') : null}
        onChange={setAccountId}
      />
      <Problem trouble={props.trouble} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={props.onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={props.busy}>
          {t('newItem.create')}
        </Button>
      </div>
    </form>
  );
}
