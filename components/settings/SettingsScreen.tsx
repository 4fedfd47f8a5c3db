import { Button, NativeSelect, Switch } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import type { Side } from '../../utils/ledger/side';
import { SHARES } from '../../utils/views/app';
import type { AppView, ManagedView, SettingsView } from '../../utils/views/views';
import { Systems } from '../panel/Systems';
import { Problem } from '../ui/Problem';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import { PageFrame } from '../workspace/PageFrame';
import { Locked } from './Locked';
import { ManagedNotice } from './ManagedNotice';
import { MappingsFile, type MappingsFileProps } from './MappingsFile';
import { Section } from './Section';
import classes from './SettingsScreen.module.css';

const LANGUAGES = ['auto', 'en', 'fr'] as const;

/** Language, one step, who is signed in, and the mappings as a file. */
export function SettingsScreen(props: {
  view: AppView;
  /** Null until it is known; then nothing is locked. */
  managed: ManagedView | null;
  trouble: Trouble | null;
  onDismiss: () => void;
  checking: boolean;
  onSave: (change: Partial<SettingsView>) => void;
  onCheck: () => void;
  onSignIn: (side: Side) => void;
  mappings: Omit<MappingsFileProps, 'paired'>;
}) {
  const { t } = useWording();
  const { settings, systems, pair } = props.view;
  const policy = props.managed?.policy ?? {};
  // In read-only mode nothing is applied, in one step or in two.
  const oneStepLocked = policy.oneStep !== undefined || policy.readOnly === true;
  const readOnlyLocked = policy.readOnly !== undefined;
  return (
    <PageFrame title={t('settings.title')}>
      <div className={classes.settings}>
        <Problem trouble={props.trouble} onClose={props.onDismiss} />
        <ManagedNotice managed={props.managed} />
        <Section title={t('settings.general')}>
          <NativeSelect
            className={classes.field}
            label={t('settings.language')}
            description={policy.language === undefined ? undefined : <Locked />}
            disabled={policy.language !== undefined}
            value={settings.language}
            data={LANGUAGES.map((value) => ({ value, label: t(`settings.language.${value}`) }))}
            onChange={(event) => {
              const chosen = LANGUAGES.find((language) => language === event.currentTarget.value);
              if (chosen) props.onSave({ language: chosen });
            }}
          />
          <Switch
            className={classes.field}
            label={t('settings.oneStep')}
            description={oneStepLocked ? <Locked /> : t('settings.oneStepHint')}
            disabled={oneStepLocked || settings.readOnly}
            checked={settings.oneStep}
            onChange={(event) => props.onSave({ oneStep: event.currentTarget.checked })}
          />
          <Switch
            className={classes.field}
            label={t('settings.readOnlySwitch')}
            description={readOnlyLocked ? <Locked /> : t('settings.readOnlyHint')}
            disabled={readOnlyLocked}
            checked={settings.readOnly}
            onChange={(event) => props.onSave({ readOnly: event.currentTarget.checked })}
          />
          <NativeSelect
            className={classes.field}
            label={t('settings.share')}
            description={t('settings.shareHint')}
            value={String(settings.sharePercent)}
            data={SHARES.map((value) => ({
              value: String(value),
              label: t('settings.shareOf', { percent: value }),
            }))}
            onChange={(event) => {
              const chosen = SHARES.find((share) => String(share) === event.currentTarget.value);
              if (chosen) props.onSave({ sharePercent: chosen });
            }}
          />
        </Section>
        <Section title={t('settings.connections')} hint={t('settings.connectionsHint')}>
          <div className={classes.systems}>
            <Systems
              systems={systems}
              names={{ tps: pair?.firm.name ?? null, qbo: pair?.company.name ?? null }}
              onSignIn={props.onSignIn}
            />
          </div>
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
        </Section>
        <MappingsFile {...props.mappings} paired={pair !== null} />
      </div>
    </PageFrame>
  );
}
