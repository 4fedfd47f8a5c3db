import { SettingsScreen } from '../../../components/settings/SettingsScreen';
import type { PageProps } from '../page-props';

export function SettingsPage({ view, actions, asking }: PageProps) {
  return (
    <SettingsScreen
      view={view}
      trouble={asking.trouble}
      onDismiss={asking.dismiss}
      checking={asking.busy === 'session.check'}
      onSave={(change) => void asking.send('settings.save', change)}
      onCheck={actions.checkSessions}
      onSignIn={actions.signIn}
    />
  );
}
