import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { Side } from '../../utils/ledger/side';
import type { ClientOption, ClientProposal } from '../../utils/views/views';
import { useWording } from '../ui/wording';
import { filterOptions } from './filter-options';

const OPTIONS_SHOWN_MAX = 100;

/** Searchable list of the clients on the other side; says who has one already. */
export function PartnerSelect(props: {
  side: Side;
  options: readonly ClientOption[];
  clients: readonly ClientProposal[];
  value: string | null;
  onChange: (partnerId: string | null) => void;
  error: boolean;
}) {
  const { t } = useWording();
  const { side, options, clients } = props;
  const choices = useMemo(() => {
    const taken = new Map<string, string>();
    for (const client of clients) {
      if (!client.decided || client.decision !== 'pair' || !client.tps || !client.qbo) continue;
      if (side === 'qbo') taken.set(client.qbo.id, client.tps.name);
      else taken.set(client.tps.id, client.qbo.name);
    }
    return options.map((option) => {
      const name = option.code === '' ? option.name : `${option.name} · ${option.code}`;
      const other = taken.get(option.id);
      return { value: option.id, label: other ? t('clients.editTaken', { name, other }) : name };
    });
  }, [options, clients, side, t]);
  return (
    <Select
      label={t(side === 'qbo' ? 'clients.editPartnerQbo' : 'clients.editPartnerTps')}
      placeholder={t('clients.editPick')}
      nothingFoundMessage={t('clients.editNoMatch')}
      searchable
      allowDeselect={false}
      data={choices}
      filter={filterOptions}
      limit={OPTIONS_SHOWN_MAX}
      value={props.value}
      onChange={props.onChange}
      error={props.error ? t('clients.editPick') : null}
    />
  );
}
