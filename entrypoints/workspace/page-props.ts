import type { Route } from '../../components/ui/route';
import type { SyncActions } from '../../components/ui/sync-actions';
import type { Asking } from '../../components/ui/use-ask';
import type { AppView } from '../../utils/views/views';
import type { Locale } from '../../utils/wording/locale';

/** What every page of the workspace is given. */
export interface PageProps {
  route: Route;
  view: AppView;
  locale: Locale;
  actions: SyncActions;
  /** Orders under way, and what the last one came to. */
  asking: Asking;
  refresh: () => void;
}
