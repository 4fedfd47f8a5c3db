import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { AppView } from '../../utils/views/views';
import type { UiKey } from '../../utils/wording/render-ui';
import { StatusBadge } from '../ui/StatusBadge';
import { useWording } from '../ui/wording';
import classes from './PopupScreen.module.css';

/** The history as an Excel file: asks for it, shows that it is being made, says where it went. */
export function ExportHistory(props: {
  exporting: AppView['exporting'];
  asked: boolean;
  onExport: () => void;
  label?: UiKey;
}) {
  const { t } = useWording();
  const { exporting } = props;
  const working = exporting.state === 'working' || props.asked;
  return (
    <div className={classes.export}>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={16} stroke={1.8} aria-hidden />}
        loading={working}
        onClick={props.onExport}
      >
        {t(props.label ?? 'export.history')}
      </Button>
      <div role="status" className={classes.exportState}>
        {working ? (
          <StatusBadge status="waiting">{t('export.working')}</StatusBadge>
        ) : exporting.state === 'done' ? (
          <StatusBadge status="successful">
            {exporting.fileName === null
              ? t('export.doneNoName')
              : t('export.done', { fileName: exporting.fileName })}
          </StatusBadge>
        ) : exporting.state === 'failed' ? (
          <StatusBadge status="failed">{t('export.failed')}</StatusBadge>
        ) : null}
      </div>
    </div>
  );
}
