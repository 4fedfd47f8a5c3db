import { ask } from '../messages/ask';
import type { NeedAction } from '../views/views';
import type { Words } from './words';

/** The name of an action's button; null for what a guest cannot do. */
export function actionName(action: NeedAction, words: Words): string | null {
  switch (action.do) {
    case 'exclude':
      return words.exclude;
    case 'open':
      return action.side === 'tps' ? words.openTps : words.openQbo;
    case 'setup':
      return words.setup;
    case 'convert':
      return words.convert;
    default:
      return null; // Retrying, ignoring and signing in belong to the panel.
  }
}

/** Does what a button of a flag says. Rejects with RefusedError when the worker refuses. */
export async function act(action: NeedAction, reason: string): Promise<void> {
  switch (action.do) {
    case 'exclude':
      await ask('client.exclude', { side: action.side, clientId: action.clientId, reason });
      return;
    case 'open':
      await ask('tab.open', { side: action.side, url: action.url });
      return;
    case 'setup':
      await ask('workspace.open', { view: 'setup', step: action.step });
      return;
    case 'convert':
      // The plan is looked at in the workspace, never in a page of QuickBooks.
      await ask('workspace.open', { view: 'setup', step: 'check' });
  }
}
