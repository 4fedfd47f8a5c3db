import { useCallback, useEffect, useRef } from 'react';
import type { SavedMapping } from '../../../components/setup/mappings';
import { type SetupActions, SetupScreen } from '../../../components/setup/SetupScreen';
import { hashOf } from '../../../components/ui/route';
import { useAnswer } from '../../../components/ui/use-answer';
import { goTo } from '../../../components/ui/use-route';
import { SETUP_STEPS, type SetupStep } from '../../../utils/views/views';
import type { PageProps } from '../page-props';

function stepOf(part: string): SetupStep | null {
  return SETUP_STEPS.find((step) => step === part) ?? null;
}

function stepAfter(step: SetupStep): SetupStep {
  return SETUP_STEPS[SETUP_STEPS.indexOf(step) + 1] ?? 'preview';
}

export function SetupPage({ route, view, actions: sync, asking }: PageProps) {
  const answer = useAnswer('setup.get', { reload: false });
  const setup = answer.value;
  const { send, busy } = asking;
  const { refresh } = answer;

  const reload = useCallback(async () => {
    await send('setup.get', { reload: true });
    refresh();
  }, [send, refresh]);

  // The lists are read once, as soon as the two books are a pair.
  const mustRead = setup !== null && setup.pair !== null && !setup.loaded;
  const reads = useRef(0);
  useEffect(() => {
    if (!mustRead || reads.current > 0) return;
    reads.current += 1;
    void reload();
  }, [mustRead, reload]);

  // Someone signed in: what the sessions show is new.
  const sessions = `${view.systems.tps.state} ${view.systems.qbo.state}`;
  const seen = useRef(sessions);
  useEffect(() => {
    if (seen.current === sessions) return;
    seen.current = sessions;
    refresh();
  }, [sessions, refresh]);

  const chooseMappings = useCallback(
    async (choices: readonly SavedMapping[]) => {
      const { ok } = await send('setup.saveMappings', { choices: [...choices] });
      if (ok) refresh();
      return ok;
    },
    [send, refresh],
  );

  const actions: SetupActions = {
    signIn: sync.signIn,
    confirmPair: async (firmId, realm, takeOver) => {
      if (!(await send('pair.confirm', { firmId, realm, takeOver })).ok) return;
      refresh();
      // A colleague may have answered everything: that is offered on this step.
      await send('shared.look', {});
      const shared = await send('shared.get', {});
      if (shared.ok && shared.value.state === 'offered') return;
      reads.current = 1;
      goTo(hashOf('setup', 'check'));
      await reload();
    },
    decide: async (decisions) => {
      const { ok } = await send('setup.saveClients', { decisions: [...decisions] });
      if (ok) refresh();
      return ok;
    },
    chooseMappings,
    continueFrom: async (step, choices) => {
      if (choices.length > 0) {
        if (!(await send('setup.saveMappings', { choices: [...choices] })).ok) return;
      }
      if (!(await send('setup.stepDone', { step })).ok) return;
      refresh();
      goTo(hashOf('setup', stepAfter(step)));
    },
    finish: async () => {
      if ((await send('setup.finish', {})).ok) goTo(hashOf('preview'));
    },
    reload,
    refresh,
    goTo: (step) => goTo(hashOf('setup', step)),
    goToPreview: () => goTo(hashOf('preview')),
  };

  const firstOpen = SETUP_STEPS.find((step) => !setup?.done.includes(step)) ?? 'connect';
  return (
    <SetupScreen
      step={stepOf(route.part) ?? (setup?.pair ? firstOpen : 'connect')}
      setup={setup}
      reading={busy === 'setup.get'}
      saving={
        busy === 'setup.saveClients' ||
        busy === 'setup.saveMappings' ||
        busy === 'setup.stepDone' ||
        busy === 'pair.confirm' ||
        busy === 'shared.look' ||
        busy === 'setup.finish'
      }
      trouble={asking.trouble ?? answer.trouble}
      onRetry={refresh}
      actions={actions}
    />
  );
}
