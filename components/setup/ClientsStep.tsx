import { Button } from '@mantine/core';
import { IconChecks, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClientProposal, SetupView } from '../../utils/views/views';
import { clientName } from '../clients/client-state';
import { Empty } from '../ui/Empty';
import { Money } from '../ui/Money';
import { DataTable } from '../ui/table/DataTable';
import { useAsk } from '../ui/use-ask';
import { useWording } from '../ui/wording';
import { ClientEditor } from './ClientEditor';
import { acceptable, clientCounts, decide, type SavedDecision, suggested } from './decisions';
import { KeysHint } from './KeysHint';
import { PoliciesDrawer } from './PoliciesDrawer';
import { useProposalColumns } from './proposal-columns';
import classes from './Setup.module.css';
import { StepFoot } from './StepFoot';
import { useFreshDecisions } from './use-fresh-decisions';

/** Step 3: who is whom. Each decision is saved as it is made. */
export function ClientsStep(props: {
  setup: SetupView;
  /** Null rows are drawn as a skeleton. */
  reading: boolean;
  saving: boolean;
  /** Answers whether it was saved. */
  onDecide: (decisions: readonly SavedDecision[]) => Promise<boolean>;
  /** The policies were saved. */
  onRefresh: () => void;
  onContinue: () => void;
}) {
  const { t } = useWording();
  const { clients, decideOn } = useFreshDecisions(props.setup.clients, props.onDecide);
  const policies = useAsk(props.onRefresh);
  const [showsPolicies, setShowsPolicies] = useState(false);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const accept = (who: readonly ClientProposal[]) => void decideOn(who, null, who.map(suggested));
  const { columns, filters } = useProposalColumns({
    onAccept: (client) => accept([client]),
    onChange: (client) => setOpenKey(client.key),
  });
  const waiting = acceptable(clients);
  const undecided = clients.filter((client) => !client.decided).length;
  const open = clients.find((client) => client.key === openKey) ?? null;
  return (
    <>
      <p className={classes.lead}>{t('clients.lead')}</p>
      {props.reading ? null : (
        <p className={classes.counts} role="status">
          {t('clients.counts', clientCounts(clients))}
        </p>
      )}
      <DataTable<ClientProposal>
        label={t('setup.step.clients')}
        rows={props.reading ? null : clients}
        rowId={(client) => client.key}
        rowName={clientName}
        columns={columns}
        filters={filters}
        minWidth={1012}
        tools={
          <Button variant="subtle" onClick={() => setShowsPolicies(true)}>
            {t('policies.open')}
          </Button>
        }
        onOpen={(client) => setOpenKey(client.key)}
        empty={<Empty title={t('clients.none')} icon={IconUsers} />}
        totals={(shown) => ({
          tpsAr: <Money cents={shown.reduce((sum, row) => sum + (row.tps?.arCents ?? 0), 0)} />,
          qboAr: <Money cents={shown.reduce((sum, row) => sum + (row.qbo?.arCents ?? 0), 0)} />,
        })}
      />
      <StepFoot
        note={t('clients.left', { count: undecided })}
        saving={props.saving}
        onSave={props.onContinue}
      >
        <KeysHint />
        <span className="lb-num lb-quiet">{t('setup.acceptCount', { count: waiting.length })}</span>
        <Button
          variant="default"
          leftSection={<IconChecks size={16} stroke={1.8} aria-hidden />}
          disabled={waiting.length === 0}
          onClick={() => accept(waiting)}
        >
          {t('setup.accept')}
        </Button>
      </StepFoot>
      <PoliciesDrawer
        opened={showsPolicies}
        policies={props.setup.policies}
        removals={props.setup.removals}
        onClose={() => setShowsPolicies(false)}
        busy={policies.busy !== null}
        trouble={policies.trouble}
        onSave={async (chosen) => {
          if ((await policies.send('policies.save', chosen)).ok) setShowsPolicies(false);
        }}
      />
      <ClientEditor
        client={open}
        options={props.setup.options}
        clients={clients}
        onClose={() => setOpenKey(null)}
        onSave={(client, choice) => {
          setOpenKey(null);
          void decideOn([client], choice.decision, decide(client, choice, clients));
        }}
      />
    </>
  );
}
