import { Button, FileButton } from '@mantine/core';
import { IconFileImport, IconFileSpreadsheet } from '@tabler/icons-react';
import { Problem } from '../ui/Problem';
import { StatusBadge } from '../ui/StatusBadge';
import type { Trouble } from '../ui/trouble';
import { useWording } from '../ui/wording';
import type { LookedFile } from './looked-file';
import { MappingsLook } from './MappingsLook';
import { Section } from './Section';
import classes from './SettingsScreen.module.css';

const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface MappingsFileProps {
  /** Without a pair there is nothing to write into a file. */
  paired: boolean;
  doing: 'nothing' | 'saving' | 'looking' | 'storing';
  /** Name of the file that was saved last. */
  saved: string | null;
  looked: LookedFile | null;
  /** How many changes were stored last. */
  stored: number | null;
  /** Why the last order was refused. */
  trouble: Trouble | null;
  onDismiss: () => void;
  onDownload: () => void;
  onChoose: (file: File) => void;
  onStore: () => void;
  onForget: () => void;
}

/** The mappings as an Excel workbook: out, and back in with a look at what would change. */
export function MappingsFile(props: MappingsFileProps) {
  const { t } = useWording();
  const { doing, looked, paired } = props;
  const idle = doing === 'nothing';
  return (
    <Section title={t('settings.mappings')} hint={t('settings.mappingsHint')}>
      {paired ? null : <p className="lb-quiet">{t('settings.mappingsNoPair')}</p>}
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet size={16} stroke={1.8} aria-hidden />}
          disabled={!paired || !(idle || doing === 'saving')}
          loading={doing === 'saving'}
          onClick={props.onDownload}
        >
          {t('settings.mappingsDownload')}
        </Button>
        {/* The key: choosing the same file again, after correcting it, is a new choice. */}
        <FileButton
          key={looked?.look.seal ?? ''}
          accept={XLSX}
          onChange={(file) => file && props.onChoose(file)}
        >
          {(button) => (
            <Button
              {...button}
              variant="default"
              leftSection={<IconFileImport size={16} stroke={1.8} aria-hidden />}
              disabled={!paired || !(idle || doing === 'looking')}
              loading={doing === 'looking'}
            >
              {t('settings.mappingsChoose')}
            </Button>
          )}
        </FileButton>
        <div role="status">
          <Outcome {...props} />
        </div>
      </div>
      <Problem trouble={props.trouble} onClose={props.onDismiss} />
      {looked ? (
        <MappingsLook
          looked={looked}
          storing={doing === 'storing'}
          onStore={props.onStore}
          onForget={props.onForget}
        />
      ) : null}
    </Section>
  );
}

function Outcome({ looked, saved, stored }: MappingsFileProps) {
  const { t } = useWording();
  if (looked) return null;
  if (stored !== null) {
    return (
      <StatusBadge status="successful">
        {t('settings.mappingsStored', { count: stored })}
      </StatusBadge>
    );
  }
  return saved === null ? null : (
    <StatusBadge status="successful">
      {t('settings.mappingsSaved', { fileName: saved })}
    </StatusBadge>
  );
}
