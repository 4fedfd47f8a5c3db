import { Button, Checkbox, Drawer, Radio, Textarea } from '@mantine/core';
import { type FormEvent, Fragment, useState } from 'react';
import type { ClientDecision, ClientProposal, SetupView } from '../../utils/views/views';
import { clientName } from '../clients/client-state';
import { Notice } from '../ui/Notice';
import { useWording, type Wording } from '../ui/wording';
import { branchOf, type Choice, choicesFor } from './decisions';
import { PartnerSelect } from './PartnerSelect';
import classes from './Setup.module.css';

interface EditorProps {
  client: ClientProposal | null;
  clients: readonly ClientProposal[];
  options: SetupView['options'];
  onClose: () => void;
  onSave: (client: ClientProposal, choice: Choice) => void;
}

/** Decides for one client, beside the table: another partner, create, exclude, or leave. */
export function ClientEditor(props: EditorProps) {
  const { t } = useWording();
  const { client } = props;
  return (
    <Drawer
      opened={client !== null}
      onClose={props.onClose}
      title={client ? t('clients.editTitle', { name: clientName(client) }) : ''}
      size={440}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      styles={{ title: { fontSize: 15, fontWeight: 600 } }}
    >
      {client ? <Editor key={client.key} {...props} client={client} /> : null}
    </Drawer>
  );
}

function Editor(props: EditorProps & { client: ClientProposal }) {
  const wording = useWording();
  const { t, say } = wording;
  const { client } = props;
  const partnerSide = client.tps ? 'qbo' : 'tps';
  const [choice, setChoice] = useState<Choice>({
    decision: client.decision,
    partnerId: (client.tps ? client.qbo?.id : null) ?? null,
    why: client.excludedWhy ?? '',
    wholeBranch: false,
  });
  const [missing, setMissing] = useState(false);
  const change = (part: Partial<Choice>) => {
    setMissing(false);
    setChoice({ ...choice, ...part });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacks =
      (choice.decision === 'pair' && choice.partnerId === null) ||
      (choice.decision === 'exclude' && choice.why.trim() === '');
    if (lacks) return setMissing(true);
    props.onSave(client, { ...choice, why: choice.why.trim() });
  };
  const relatives = client.tps ? 1 : branchOf(client, props.clients).length;
  return (
    <form className={classes.editor} onSubmit={submit}>
      {client.branch ? (
        <p>
          {t(client.branch.isProject ? 'clients.projectOf' : 'clients.subOf', {
            parent: client.branch.parentName,
          })}
        </p>
      ) : null}
      {client.blocked.map((block) => (
        <Notice key={say(block)} tone="warn">
          {say(block)}
        </Notice>
      ))}
      <Reasons client={client} />
      <Radio.Group
        aria-label={t('clients.decision')}
        value={choice.decision}
        onChange={(value) => {
          const decision = choicesFor(client).find((known) => known === value);
          if (decision) change({ decision });
        }}
      >
        <div className={classes.choices}>
          {choicesFor(client).map((decision) => (
            <Fragment key={decision}>
              <Radio
                value={decision}
                {...wordsOf(decision, client, wording)}
                data-autofocus={decision === client.decision || undefined}
              />
              {decision === 'pair' && choice.decision === 'pair' ? (
                <div className={classes.indent}>
                  <PartnerSelect
                    side={partnerSide}
                    options={props.options[partnerSide]}
                    clients={props.clients}
                    value={choice.partnerId}
                    onChange={(partnerId) => change({ partnerId })}
                    error={missing}
                  />
                </div>
              ) : null}
              {decision === 'exclude' && choice.decision === 'exclude' ? (
                <Textarea
                  className={classes.indent ?? ''}
                  label={t('reason.why')}
                  placeholder={t('reason.placeholder')}
                  maxLength={500}
                  value={choice.why}
                  error={missing ? t('reason.required') : null}
                  onChange={(event) => change({ why: event.currentTarget.value })}
                />
              ) : null}
            </Fragment>
          ))}
        </div>
      </Radio.Group>
      {relatives > 1 && choice.decision !== 'pair' ? (
        <Checkbox
          label={t('clients.wholeBranch', { count: relatives })}
          checked={choice.wholeBranch}
          onChange={(event) => change({ wholeBranch: event.currentTarget.checked })}
        />
      ) : null}
      <div className={classes.foot}>
        <Button variant="default" onClick={props.onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit">{t('clients.save')}</Button>
      </div>
    </form>
  );
}

/** Label and meaning of a decision, in words that fit this client. */
function wordsOf(decision: ClientDecision, client: ClientProposal, { t, money }: Wording) {
  const parent = client.branch?.parentName ?? '';
  const arCents = client.tps?.arCents ?? client.qbo?.arCents ?? 0;
  const isPaired = client.decided && client.tps !== null && client.qbo !== null;
  switch (decision) {
    case 'create':
      return {
        label: t(client.tps ? 'clients.do.createQbo' : 'clients.do.createTps'),
        description: t('clients.do.createHint'),
      };
    case 'exclude':
      return {
        label: t('clients.do.exclude'),
        description: t('clients.do.excludeHint', { arCents: money(arCents) }),
      };
    case 'leave':
      return {
        label: t(isPaired ? 'clients.do.split' : 'clients.do.leave'),
        description: t(isPaired ? 'clients.do.splitHint' : 'clients.do.leaveHint'),
      };
    case 'pair':
      return { label: t('clients.do.pair'), description: t('clients.do.pairHint') };
    default:
      return {
        label: t(`clients.do.${decision}`, { parent }),
        description: t(`clients.do.${decision}Hint`, { parent }),
      };
  }
}

function Reasons({ client }: { client: ClientProposal }) {
  const { t, say } = useWording();
  if (client.reasons.length === 0) return null;
  return (
    <section aria-label={t('clients.why')}>
      <h3>{t('clients.why')}</h3>
      <ul className={classes.reasons}>
        {client.reasons.map((reason) => (
          <li key={say(reason)}>{say(reason)}</li>
        ))}
      </ul>
    </section>
  );
}
