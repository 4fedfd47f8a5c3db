import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SharedSetupView } from '../../utils/views/views';
import { Notice } from '../ui/Notice';
import { Technical } from '../ui/Technical';
import { useWording } from '../ui/wording';
import { SharedDifferences } from './SharedDifferences';

export interface SharedSetupActions {
  adopt(generation: number): void;
  resolve(generation: number, choices: { key: string; take: 'mine' | 'theirs' }[]): void;
  look(): void;
  replace(): void;
}

/** What the firm's browsers share: taken over by a new one, and what two people differ about. */
export function SharedSetupCard(props: {
  view: SharedSetupView;
  busy: boolean;
  actions: SharedSetupActions;
}) {
  const { t, dateTime } = useWording();
  const { view, busy, actions } = props;
  const { shared, state } = view;
  const said = shared && { who: shared.who, at: dateTime(shared.at) };
  return (
    <>
      <Trouble {...props} />
      {state === 'offered' && shared && said ? (
        <Notice tone="info">
          <strong>{t('firmSetup.offer')}</strong>
          <span>{t('firmSetup.from', said)}</span>
          <span>{t('firmSetup.holds', { ...shared.counts })}</span>
          <Button loading={busy} onClick={() => actions.adopt(shared.generation)}>
            {t('firmSetup.use')}
          </Button>
          <span className="lb-quiet">{t('firmSetup.useHint')}</span>
        </Notice>
      ) : null}
      {state === 'shared' && said ? <p className="lb-quiet">{t('firmSetup.same', said)}</p> : null}
      {state === 'differs' ? <Differing {...props} /> : null}
    </>
  );
}

function Trouble({ view, busy, actions }: Parameters<typeof SharedSetupCard>[0]) {
  const { t, say } = useWording();
  if (!view.problem) return null;
  return (
    <Notice tone="warn">
      <span>{say(view.problem.what)}</span>
      <Technical text={view.problem.technical} />
      <Button
        size="compact-sm"
        variant="default"
        loading={busy}
        onClick={view.canReplace ? actions.replace : actions.look}
      >
        {t(view.canReplace ? 'firmSetup.replace' : 'action.retry')}
      </Button>
    </Notice>
  );
}

function Differing({ view, busy, actions }: Parameters<typeof SharedSetupCard>[0]) {
  const { t, say } = useWording();
  const [open, setOpen] = useState(false);
  const { shared, differences } = view;
  if (!shared) return null;
  const sentence = {
    id: 'shared.differs',
    values: { count: differences.length, who: shared.who },
  } as const;
  return (
    <Notice tone="warn">
      <span>{say(sentence)}</span>
      <Button size="compact-sm" loading={busy} onClick={() => setOpen(true)}>
        {t('firmSetup.choose')}
      </Button>
      <SharedDifferences
        opened={open}
        differences={differences}
        who={shared.who}
        onClose={() => setOpen(false)}
        onChoose={(choices) => {
          setOpen(false);
          actions.resolve(shared.generation, choices);
        }}
      />
    </Notice>
  );
}
