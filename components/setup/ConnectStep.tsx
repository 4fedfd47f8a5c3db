import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { SIDES, type Side } from '../../utils/ledger/side';
import type { SetupView, SystemView } from '../../utils/views/views';
import { SessionWord } from '../panel/SessionWord';
import { Notice } from '../ui/Notice';
import { TypedConfirm } from '../ui/TypedConfirm';
import { useWording } from '../ui/wording';
import { ConnectionCheckSection } from './check/ConnectionCheck';
import classes from './Setup.module.css';
import { SharedSetupSection } from './SharedSetupSection';

interface ConnectProps {
  setup: SetupView;
  busy: boolean;
  onSignIn: (side: Side) => void;
  onConfirm: (firmId: string, realm: string, takeOver: boolean) => void;
  onContinue: () => void;
  /** The firm's shared set-up was taken over: nothing is left to answer. */
  onAdopted: () => void;
}

/** Step 1: are these two the same firm? */
export function ConnectStep(props: ConnectProps) {
  const { t, say } = useWording();
  const { candidate, pair, systems } = props.setup;
  const firm = candidate?.firm;
  const company = candidate?.company;
  const isPair =
    pair !== null &&
    (!candidate || (firm?.id === pair.firm.id && company?.realm === pair.company.realm));
  const wrong = pair ? SIDES.find((side) => isOther(systems[side])) : undefined;
  // The first reading follows the confirmation; both at once would pass QuickBooks' limits.
  const [isChecking, setChecking] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const claimed = candidate?.claimed ?? null;
  const confirm = (takeOver: boolean) => {
    setTyping(false);
    if (firm && company) props.onConfirm(firm.id, company.realm, takeOver);
  };
  const signedIn = systems.tps.state === 'signedIn' && systems.qbo.state === 'signedIn';
  return (
    <div className={classes.connect}>
      <p className={classes.lead}>{t('connect.lead')}</p>
      <div className={classes.books}>
        <Book
          side="tps"
          system={systems.tps}
          name={firm?.name ?? systems.tps.name ?? pair?.firm.name ?? null}
          place={firm ?? null}
          onSignIn={props.onSignIn}
        />
        <IconArrowsExchange size={24} stroke={1.5} aria-hidden />
        <Book
          side="qbo"
          system={systems.qbo}
          name={company?.name ?? systems.qbo.name ?? pair?.company.name ?? null}
          place={company ?? null}
          onSignIn={props.onSignIn}
        />
      </div>
      {candidate?.problem ? <Notice tone="fail">{say(candidate.problem)}</Notice> : null}
      {wrong ? (
        <Notice tone="fail" alert>
          <strong>{t('connect.wrong')}</strong>
          {systems[wrong].problem ? <span>{say(systems[wrong].problem)}</span> : null}
        </Notice>
      ) : null}
      {pair && isPair && !wrong ? (
        <>
          <Notice tone="info">
            {t('connect.confirmed', { firm: pair.firm.name, company: pair.company.name })}
          </Notice>
          <SharedSetupSection onAdopted={props.onAdopted} />
          <div>
            <Button onClick={props.onContinue}>{t('connect.toCheck')}</Button>
          </div>
        </>
      ) : null}
      {pair && !isPair && firm && company ? (
        <Notice tone="warn">
          {t('connect.other', { firm: firm.name, company: company.name })}
        </Notice>
      ) : null}
      {firm && company && !isPair ? (
        <>
          {claimed ? (
            <Notice tone="warn" alert>
              {say(claimed.what)}
            </Notice>
          ) : null}
          <p className={classes.lead}>{t('connect.ask')}</p>
          <div>
            <Button
              loading={props.busy || isChecking}
              disabled={candidate.problem !== null}
              variant={pair ? 'default' : 'filled'}
              onClick={() => (claimed ? setTyping(true) : confirm(false))}
            >
              {t('connect.confirm')}
            </Button>
          </div>
          <TypedConfirm
            opened={isTyping && claimed !== null}
            title={t('connect.takeOver')}
            go={t('connect.confirm')}
            brakes={claimed ? [{ id: 'claimed', ...claimed }] : []}
            onClose={() => setTyping(false)}
            onConfirm={() => confirm(true)}
          />
        </>
      ) : null}
      {pair || candidate ? (
        <ConnectionCheckSection canStart={signedIn} onWorking={setChecking} />
      ) : null}
    </div>
  );
}

/** Does the session show other books than the confirmed ones? */
function isOther({ state }: SystemView): boolean {
  return state === 'wrongCompany';
}

function Book(props: {
  side: Side;
  system: SystemView;
  name: string | null;
  place: { country: string; currency: string } | null;
  onSignIn: (side: Side) => void;
}) {
  const { t, say } = useWording();
  const { side, system, place } = props;
  const fine = system.state === 'signedIn';
  return (
    <section
      className={classes.book}
      aria-label={t(side === 'tps' ? 'connect.firm' : 'connect.company')}
    >
      <span className="lb-quiet">{t(side === 'tps' ? 'connect.firm' : 'connect.company')}</span>
      {props.name === null ? (
        <span className="lb-quiet">{t('connect.unknown')}</span>
      ) : (
        <span className={classes.bookName}>{props.name}</span>
      )}
      {place ? (
        <span className="lb-quiet">
          {t('connect.place', { country: place.country, currency: place.currency })}
        </span>
      ) : null}
      {system.problem && !isOther(system) ? <span>{say(system.problem)}</span> : null}
      {fine ? (
        <SessionWord state={system.state} />
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => props.onSignIn(side)}>
          {t(
            system.state === 'signedOut' || system.state === 'unknown'
              ? 'session.signIn'
              : 'session.open',
            { system: t(`side.${side}`) },
          )}
        </Button>
      )}
    </section>
  );
}
