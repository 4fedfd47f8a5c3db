import { hashOfPlace, type Page, parseRoute, type Route } from '../../components/ui/route';
import { Screen } from '../../components/ui/Screen';
import { Unguarded } from '../../components/ui/Unguarded';
import { useLocale } from '../../components/ui/use-locale';
import { goTo, useHash } from '../../components/ui/use-route';
import { useSync } from '../../components/ui/use-sync';
import { useView } from '../../components/ui/use-view';
import frame from '../../components/workspace/PageFrame.module.css';
import { RunStrip } from '../../components/workspace/RunStrip';
import { WaitingPage } from '../../components/workspace/WaitingPage';
import { WorkspaceScreen } from '../../components/workspace/WorkspaceScreen';
import type { AppView } from '../../utils/views/views';
import type { PageProps } from './page-props';
import { ClientsPage } from './pages/ClientsPage';
import { HistoryPage } from './pages/HistoryPage';
import { PreviewPage } from './pages/PreviewPage';
import { SettingsPage } from './pages/SettingsPage';
import { SetupPage } from './pages/SetupPage';
import { TieOutPage } from './pages/TieOutPage';

const PAGE: Record<Page, (props: PageProps) => React.ReactNode> = {
  setup: SetupPage,
  preview: PreviewPage,
  history: HistoryPage,
  tieout: TieOutPage,
  clients: ClientsPage,
  settings: SettingsPage,
};

/** A hash without a page leads to what comes first: set-up until it is done, then the tie-out. */
function routeFor(hash: string, view: AppView | null): Route {
  const fallback = view?.pair?.ready ? 'tieout' : 'setup';
  return parseRoute(hash) ?? { page: fallback, part: '', query: {} };
}

export function App() {
  const { view, trouble, refresh } = useView();
  const route = routeFor(useHash(), view);
  const { locale, shown } = useLocale(view);
  const { actions: sync, asking } = useSync(locale, refresh);
  const actions = {
    ...sync,
    openWorkspace: (place: Parameters<typeof hashOfPlace>[0]) => goTo(hashOfPlace(place)),
  };
  const CurrentPage = PAGE[route.page];
  return (
    <Screen locale={locale} title="app.name">
      <WorkspaceScreen page={route.page} pair={view?.pair ?? null}>
        {shown ? (
          <>
            {route.page === 'preview' ? null : <RunStrip run={shown.run} actions={actions} />}
            <Unguarded unguarded={shown.unguarded} className={frame.notice} />
            <CurrentPage
              route={route}
              view={shown}
              locale={locale}
              actions={actions}
              asking={asking}
              refresh={refresh}
            />
          </>
        ) : (
          <WaitingPage trouble={trouble} onRetry={refresh} />
        )}
      </WorkspaceScreen>
    </Screen>
  );
}
