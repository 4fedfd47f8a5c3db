import { Button, NativeSelect, Switch } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import type { Side } from '../../utils/ledger/side';
import type { AppView, SettingsView } from '../../utils/messages/views';
import { Systems } from '../panel/Systems';
import { Problem } from '../ui/Problem';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import { PageFrame } from '../workspace/PageFrame';
import classes from './SettingsScreen.module.css';

const LANGUAGES = ['auto', 'en', 'fr'] as const;

/** Language, one step, and who is signed in. */
export function SettingsScreen(props: {
  view: AppView;
  trouble: Trouble | null;
  onDismiss: () => void;
  checking: boolean;
  onSave: (change: Partial<SettingsView>) => void;
  onCheck: () => void;
  onSignIn: (side: Side) => void;
}) {
  const { t } = useWording();
  const { settings, systems, pair } = props.view;
  return (
    <PageFrame title={t('settings.title')}>
      <div className={classes.settings}>
        <Problem trouble={props.trouble} onClose={props.onDismiss} />
        <NativeSelect
          label={t('settings.language')}
          value={settings.language}
          data={LANGUAGES.map((value) => ({ value, label: t(`settings.language.${value}`) }))}
          onChange={(event) => {
            const chosen = LANGUAGES.find((language) => language === event.currentTarget.value);
            if (chosen) props.onSave({ language: chosen });
          }}
        />
        <Switch
          label={t('settings.oneStep')}
          description={t('settings.oneStepHint')}
          checked={settings.oneStep}
          onChange={(event) => props.onSave({ oneStep: event.currentTarget.checked })}
        />
        <section className={classes.section} aria-label={t('settings.connections')}>
          <h2>{t('settings.connections')}</h2>
          <p className="lb-quiet">{t('settings.connectionsHint')}</p>
          <Systems
            systems={systems}
            names={{ tps: pair?.firm.name ?? null, qbo: pair?.company.name ?? null }}
            onSignIn={props.onSignIn}
          />
          <div>
            <Button
              variant="default"
              leftSection={<IconPlugConnected size={16} stroke={1.8} aria-hidden />}
              loading={props.checking}
              onClick={props.onCheck}
            >
              {t('session.check')}
            </Button>
          </div>
        </section>
      </div>
    </PageFrame>
  );
}
