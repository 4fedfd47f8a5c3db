import type { Side } from '../../utils/ledger/side';
import type { RequestName, RequestOf } from '../../utils/messages/requests';
import type { NeedAction, RunView } from '../../utils/views/views';

/** Where in the workspace to go. */
export type WorkspacePlace = RequestOf<'workspace.open'>;

/** What the buttons of panel, popup and preview do. Components call these and know no more. */
export interface SyncActions {
  /** The order under way, if any. */
  busy: RequestName | null;
  /** The description that is being typed; it outlives a reload of the frame. */
  draft: string;
  setDraft(text: string): void;
  preview(description: string): void;
  syncNow(description: string): void;
  apply(runId: string, planHash: string, confirmedBrakes: readonly string[]): void;
  pause(run: RunView): void;
  resume(run: RunView): void;
  /** Ends a preview that nothing came of. */
  cancel(runId: string): void;
  /** Ends a run at work or paused. */
  stop(run: RunView): void;
  signIn(side: Side): void;
  checkSessions(): void;
  /** `reason` is what the person wrote; empty where none is asked. */
  need(action: NeedAction, reason: string): void;
  exportHistory(): void;
  openWorkspace(place: WorkspacePlace): void;
}
