import { PopupScreen } from '../../components/popup/PopupScreen';
import { PopupSkeleton } from '../../components/popup/PopupSkeleton';
import { Screen } from '../../components/ui/Screen';
import { useLocale } from '../../components/ui/use-locale';
import { useSync } from '../../components/ui/use-sync';
import { useView } from '../../components/ui/use-view';

export function App() {
  const { view, trouble, refresh } = useView();
  const { locale, shown } = useLocale(view);
  const { actions, asking } = useSync(locale, refresh);
  return (
    <Screen locale={locale} title="popup.title">
      {shown ? (
        <PopupScreen
          view={shown}
          actions={actions}
          trouble={asking.trouble ?? trouble}
          onDismiss={asking.dismiss}
        />
      ) : (
        <PopupSkeleton trouble={trouble} onRetry={refresh} />
      )}
    </Screen>
  );
}
