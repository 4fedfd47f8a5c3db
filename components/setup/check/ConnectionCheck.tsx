import { Button } from '@mantine/core';
import { IconClipboard, IconPlugConnected } from '@tabler/icons-react';
import { useState } from 'react';
import type { ConnectionView } from '../../../utils/views/views';
import { Announce } from '../../ui/Announce';
import { Problem } from '../../ui/Problem';
import type { Trouble } from '../../ui/trouble';
import { useWording } from '../../ui/wording';
import classes from './Connection.module.css';
import { ConnectionFacts } from './ConnectionFacts';
import { connectionText } from './connection-text';
import { SystemLists } from './SystemLists';
import { useConnectionCheck } from './use-connection-check';

/** The connection check with the worker behind it. */
export function ConnectionCheckSection(props: {
  canStart: boolean;
  onWorking: (isWorking: boolean) => void;
}) {
  const { view, trouble, working, start } = useConnectionCheck(props.onWorking);
  return (
    <ConnectionCheck
      view={view}
      trouble={trouble}
      working={working}
      canStart={props.canStart}
      onStart={() => void start()}
    />
  );
}

/** What both systems answer, list by list, and the settings that matter. */
function ConnectionCheck(props: {
  view: ConnectionView | null;
  trouble: Trouble | null;
  working: boolean;
  canStart: boolean;
  onStart: () => void;
}) {
  const wording = useWording();
  const { t, say } = wording;
  const { view } = props;
  const [copied, setCopied] = useState<'probe.copied' | 'probe.notCopied' | null>(null);
  const copy = async (shown: ConnectionView) => {
    try {
      await navigator.clipboard.writeText(connectionText(shown, wording));
      setCopied('probe.copied');
    } catch {
      setCopied('probe.notCopied');
    }
  };
  return (
    <section className={classes.card} aria-labelledby="probe-heading">
      <div className={classes.head}>
        <h2 id="probe-heading">{t('probe.heading')}</h2>
        <p className={classes.lead}>{t('probe.lead')}</p>
      </div>
      <Problem trouble={props.trouble} />
      {props.working ? <p>{t('probe.working')}</p> : null}
      {view ? (
        <>
          {view.systems.map((system) =>
            system.problem ? (
              <Problem key={system.side} trouble={system.problem} />
            ) : (
              <SystemLists key={system.side} side={system.side} endpoints={system.endpoints} />
            ),
          )}
          <ConnectionFacts facts={view.facts} />
        </>
      ) : null}
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={16} stroke={1.8} aria-hidden />}
          loading={props.working}
          disabled={!props.canStart}
          onClick={() => {
            setCopied(null);
            props.onStart();
          }}
        >
          {t(view ? 'probe.again' : 'probe.start')}
        </Button>
        {view ? (
          <Button
            variant="subtle"
            leftSection={<IconClipboard size={16} stroke={1.8} aria-hidden />}
            onClick={() => void copy(view)}
          >
            {t('probe.copy')}
          </Button>
        ) : null}
        <span role="status" className="lb-quiet">
          {copied ? t(copied) : ''}
        </span>
      </div>
      <Announce
        text={props.working ? t('probe.working') : view?.facts[0] ? say(view.facts[0].what) : ''}
      />
    </section>
  );
}
