import { useCallback, useMemo } from 'react';
import type { NeedAction, RunView } from '../../utils/views/views';
import { formatsOf, type Locale } from '../../utils/wording/locale';
import { renderUi } from '../../utils/wording/render-ui';
import type { SyncActions } from './sync-actions';
import { type Asking, useAsk } from './use-ask';
import { useDraft } from './use-draft';

/** What was typed, or a description that says when: the history never has a nameless run. */
function describe(text: string, locale: Locale): string {
  const typed = text.trim();
  if (typed !== '') return typed;
  const now = new Date();
  const localDay = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  const todayDate = localDay.toISOString().slice(0, 10);
  return renderUi('start.default', { todayDate: formatsOf(locale).date(todayDate) }, locale);
}

/** All orders of panel, popup and preview, as functions for their buttons. */
export function useSync(
  locale: Locale,
  onDone: () => void,
): { actions: SyncActions; asking: Asking } {
  const asking = useAsk(onDone);
  const { send, busy } = asking;
  const { draft, setDraft } = useDraft();

  const doNeed = useCallback(
    (action: NeedAction, reason: string) => {
      switch (action.do) {
        case 'retry':
          return void send('entry.retry', { entryIds: [action.entryId] });
        case 'ignore':
          return void send('entry.ignore', { entryId: action.entryId, reason });
        case 'apart':
          return void send('link.apart', { entryId: action.entryId });
        case 'exclude':
          return void send('client.exclude', {
            side: action.side,
            clientId: action.clientId,
            reason,
          });
        case 'twin': {
          const { recordKey, other, ruling } = action;
          return void send('ruling.twin', { recordKey, other, ruling });
        }
        case 'rule':
          return void send('ruling.set', {
            recordKey: action.recordKey,
            ruling: action.ruling,
          });
        case 'convert':
          return void send('foreign.convert', {
            foreignType: action.foreignType,
            id: action.id,
          });
        case 'take':
          return void send('foreign.take', { foreignType: action.foreignType, id: action.id });
        case 'wish':
          return void send('client.wish', { qboId: action.qboId, wish: action.wish });
        case 'open':
          return void send('tab.open', { side: action.side, url: action.url });
        case 'setup':
          return void send('workspace.open', { view: 'setup', step: action.step });
        case 'signIn':
          return void send('session.open', { side: action.side });
      }
    },
    [send],
  );

  const stop = useCallback(
    async (run: RunView) => {
      // Only a preview or a paused run can be ended: one at work is parked first.
      if (run.status === 'applying') await send('run.pause', { runId: run.id, turn: run.turn });
      await send('run.cancel', { runId: run.id });
    },
    [send],
  );

  /** What was typed is kept until the worker has taken it. */
  const begin = useCallback(
    async (name: 'run.preview' | 'run.sync', text: string) => {
      const { ok } = await send(name, { description: describe(text, locale) });
      if (ok) setDraft('');
    },
    [send, locale, setDraft],
  );

  const actions = useMemo<SyncActions>(
    () => ({
      busy,
      draft,
      setDraft,
      preview: (text) => void begin('run.preview', text),
      syncNow: (text) => void begin('run.sync', text),
      apply: (runId, planHash, confirmed) =>
        void send('run.apply', { runId, planHash, confirmed: [...confirmed] }),
      pause: ({ id: runId, turn }) => void send('run.pause', { runId, turn }),
      resume: ({ id: runId, turn }) => void send('run.resume', { runId, turn }),
      cancel: (runId) => void send('run.cancel', { runId }),
      stop: (run) => void stop(run),
      signIn: (side) => void send('session.open', { side }),
      checkSessions: () => void send('session.check', {}),
      need: doNeed,
      exportHistory: () => void send('history.export', {}),
      openWorkspace: (where) => void send('workspace.open', where),
    }),
    [busy, draft, setDraft, begin, send, stop, doNeed],
  );

  return { actions, asking };
}
