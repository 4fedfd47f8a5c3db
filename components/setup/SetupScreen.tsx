import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { Side } from '../../utils/ledger/side';
import { SETUP_STEPS, type SetupStep, type SetupView } from '../../utils/views/views';
import { Empty } from '../ui/Empty';
import { Notice } from '../ui/Notice';
import { Problem } from '../ui/Problem';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import { PageFrame } from '../workspace/PageFrame';
import { ClientsStep } from './ClientsStep';
import { ConnectStep } from './ConnectStep';
import { CheckSection } from './check/CheckSection';
import type { SavedDecision } from './decisions';
import { FinishStep } from './FinishStep';
import { MappingStep } from './MappingStep';
import type { SavedMapping } from './mappings';
import { Steps } from './Steps';

/** What the set-up steps ask for. */
export interface SetupActions {
  signIn(side: Side): void;
  confirmPair(firmId: string, realm: string, takeOver: boolean): void;
  /** Answers whether it was saved. */
  decide(decisions: readonly SavedDecision[]): Promise<boolean>;
  chooseMappings(choices: readonly SavedMapping[]): Promise<boolean>;
  /** Saves the rest of a step and goes on to the next one. */
  continueFrom(step: SetupStep, choices: readonly SavedMapping[]): void;
  finish(): void;
  /** Reads both books again. */
  reload(): void;
  /** Asks the worker again for what it has. */
  refresh(): void;
  goTo(step: SetupStep): void;
  goToPreview(): void;
}

interface SetupProps {
  step: SetupStep;
  /** Null before the first answer. */
  setup: SetupView | null;
  reading: boolean;
  saving: boolean;
  trouble: Trouble | null;
  onRetry: () => void;
  actions: SetupActions;
}

const TABLE_STEPS: readonly SetupStep[] = ['clients', 'codes', 'taxes', 'banks'];

/** Seven steps, each saved, in any order. */
export function SetupScreen(props: SetupProps) {
  const { t } = useWording();
  const { step, setup, actions } = props;
  const number = SETUP_STEPS.indexOf(step) + 1;
  const isTable = TABLE_STEPS.includes(step);
  return (
    <PageFrame
      title={t('setup.heading', { step: t(`setup.step.${step}`) })}
      lead={t('setup.stepOf', { number, total: SETUP_STEPS.length })}
      fills={isTable}
      tools={
        isTable && setup?.pair ? (
          <Button variant="subtle" loading={props.reading} onClick={actions.reload}>
            {t('setup.reload')}
          </Button>
        ) : null
      }
    >
      <Steps step={step} done={setup?.done ?? []} />
      <Problem trouble={props.trouble} onRetry={props.onRetry} />
      {props.reading && isTable ? <Notice tone="info">{t('setup.reading')}</Notice> : null}
      {setup === null ? <p role="status">{t('loading')}</p> : <Step {...props} setup={setup} />}
    </PageFrame>
  );
}

function Step(props: SetupProps & { setup: SetupView }) {
  const { t } = useWording();
  const { step, setup, actions } = props;
  const reading = props.reading && !setup.loaded;
  if (step === 'connect') {
    return (
      <ConnectStep
        setup={setup}
        busy={props.saving}
        onSignIn={actions.signIn}
        onConfirm={actions.confirmPair}
        onContinue={() => actions.goTo('check')}
        onAdopted={actions.goToPreview}
      />
    );
  }
  if (setup.pair === null) {
    return (
      <Empty title={t('setup.needsPair')} icon={IconArrowsExchange}>
        <Button onClick={() => actions.goTo('connect')}>{t('setup.goConnect')}</Button>
      </Empty>
    );
  }
  if (step === 'check') {
    return (
      <CheckSection
        loaded={setup.loaded}
        saving={props.saving}
        onContinue={() => actions.continueFrom('check', [])}
      />
    );
  }
  if (step === 'preview') {
    return (
      <FinishStep
        setup={setup}
        busy={props.saving}
        onFinish={actions.finish}
        onPreview={actions.goToPreview}
      />
    );
  }
  if (step === 'clients') {
    return (
      <ClientsStep
        setup={setup}
        reading={reading}
        saving={props.saving}
        onDecide={actions.decide}
        onRefresh={actions.refresh}
        onContinue={() => actions.continueFrom('clients', [])}
      />
    );
  }
  return (
    <MappingStep
      key={step}
      step={step}
      setup={setup}
      reading={reading}
      saving={props.saving}
      onChoose={actions.chooseMappings}
      onRefresh={actions.refresh}
      onContinue={(choices) => actions.continueFrom(step, choices)}
    />
  );
}
