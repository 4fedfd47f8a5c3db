import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWording } from '../ui/wording';
import { EffectsSection } from './EffectsSection';

/** A plan that waits, seen change by change or client by client. */
export function PlanTabs(props: { runId: string; changes: ReactNode }) {
  const { t } = useWording();
  const [shown, setShown] = useState<'changes' | 'clients'>('changes');
  return (
    <>
      <SegmentedControl<'changes' | 'clients'>
        aria-label={t('effects.tabs')}
        value={shown}
        onChange={setShown}
        size="sm"
        style={{ alignSelf: 'start' }}
        styles={{ label: { color: 'var(--lb-text)' } }}
        data={[
          { value: 'changes', label: t('preview.table') },
          { value: 'clients', label: t('effects.tab') },
        ]}
      />
      {shown === 'changes' ? props.changes : <EffectsSection runId={props.runId} />}
    </>
  );
}
