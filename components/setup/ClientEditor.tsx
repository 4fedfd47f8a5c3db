import { Button, Drawer, Radio, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ClientDecision, ClientProposal, SetupView } from '../../utils/messages/views';
import { clientName } from '../clients/client-state';
import { Notice } from '../ui/Notice';
import { useWording } from '../ui/wording';
import type { Choice } from './decisions';
import { PartnerSelect } from './PartnerSelect';
import classes from './Setup.module.css';

interface EditorProps {
  client: ClientProposal | null;
  clients: readonly ClientProposal[];
  options: SetupView['options'];
  onClose: () => void;
  onSave: (client: ClientProposal, choice: Choice) => void;
}

const DECISIONS: readonly ClientDecision[] = ['pair', 'create', 'exclude', 'leave'];

function decisionOf(text: string): ClientDecision {
  return DECISIONS.find((decision) => decision === text) ?? 'leave';
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
  const { t, say, money } = useWording();
  const { client } = props;
  const partnerSide = client.tps ? 'qbo' : 'tps';
  const [choice, setChoice] = useState<Choice>({
    decision: client.decision,
    partnerId: (client.tps ? client.qbo?.id : null) ?? null,
    why: client.excludedWhy ?? '',
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
  const arCents = client.tps?.arCents ?? client.qbo?.arCents ?? 0;
  const createKey = partnerSide === 'qbo' ? 'clients.do.createQbo' : 'clients.do.createTps';
  return (
    <form className={classes.editor} onSubmit={submit}>
      {client.blocked.map((block) => (
        <Notice key={say(block)} tone="warn">
          {say(block)}
        </Notice>
      ))}
      <Radio.Group
        aria-label={t('clients.decision')}
        value={choice.decision}
        onChange={(value) => change({ decision: decisionOf(value) })}
      >
        <div className={classes.choices}>
          <Radio value="pair" label={t('clients.do.pair')} description={t('clients.do.pairHint')} />
          {choice.decision === 'pair' ? (
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
          <Radio value="create" label={t(createKey)} description={t('clients.do.createHint')} />
          <Radio
            value="exclude"
            label={t('clients.do.exclude')}
            description={t('clients.do.excludeHint', { arCents: money(arCents) })}
          />
          {choice.decision === 'exclude' ? (
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
          <Radio
            value="leave"
            label={t('clients.do.leave')}
            description={t('clients.do.leaveHint')}
          />
        </div>
      </Radio.Group>
      {client.reasons.length > 0 ? (
        <section aria-label={t('clients.why')}>
          <h3>{t('clients.why')}</h3>
          <ul className={classes.reasons}>
            {client.reasons.map((reason) => (
              <li key={say(reason)}>{say(reason)}</li>
            ))}
          </ul>
        </section>
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
