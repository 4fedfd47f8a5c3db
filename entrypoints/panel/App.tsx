import { PanelScreen } from '../../components/panel/PanelScreen';
import { PanelSkeleton } from '../../components/panel/PanelSkeleton';
import { Screen } from '../../components/ui/Screen';
import { useLocale } from '../../components/ui/use-locale';
import { useSync } from '../../components/ui/use-sync';
import { useView } from '../../components/ui/use-view';

/** Asks the content script around our frame to fold the panel; the message carries nothing else. */
function collapse(): void {
  window.parent.postMessage({ source: 'ledger-bridge', type: 'collapse' }, '*');
}

export function App() {
  const { view, trouble, refresh } = useView();
  const { locale, shown } = useLocale(view);
  const { actions, asking } = useSync(locale, refresh);
  return (
    <Screen locale={locale} title="panel.title">
      {shown ? (
        <PanelScreen
          view={shown}
          actions={actions}
          trouble={asking.trouble ?? trouble}
          onDismiss={asking.dismiss}
          onCollapse={collapse}
        />
      ) : (
        <PanelSkeleton trouble={trouble} onRetry={refresh} />
      )}
    </Screen>
  );
}
