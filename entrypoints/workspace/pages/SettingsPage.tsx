import { SettingsScreen } from '../../../components/settings/SettingsScreen';
import { useAnswer } from '../../../components/ui/use-answer';
import type { PageProps } from '../page-props';
import { useMappingsFile } from './use-mappings-file';

export function SettingsPage({ view, locale, actions, asking }: PageProps) {
  const managed = useAnswer('managed.get', {});
  const mappings = useMappingsFile(asking, locale);
  return (
    <SettingsScreen
      view={view}
      managed={managed.value}
      mappings={mappings}
      trouble={mappings.trouble ? null : asking.trouble}
      onDismiss={asking.dismiss}
      checking={asking.busy === 'session.check'}
      onSave={(change) => void asking.send('settings.save', change)}
      onCheck={actions.checkSessions}
      onSignIn={actions.signIn}
    />
  );
}
