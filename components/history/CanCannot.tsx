import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWording } from '../ui/wording';

/** Of an undo: what it takes back (or has taken back), or what stays and why; one at a time. */
export function CanCannot(props: {
  /** Label of what is taken back. */
  can: string;
  canCount: number;
  cannotCount: number;
  children: (shown: 'can' | 'cannot') => ReactNode;
}) {
  const { t } = useWording();
  const { can, canCount, cannotCount } = props;
  const [chosen, setChosen] = useState<'can' | 'cannot' | null>(null);
  const shown = chosen ?? (canCount === 0 && cannotCount > 0 ? 'cannot' : 'can');
  if (cannotCount === 0) return props.children('can');
  return (
    <>
      <SegmentedControl<'can' | 'cannot'>
        aria-label={t('undoing.which')}
        value={shown}
        onChange={setChosen}
        size="sm"
        style={{ alignSelf: 'start', flexShrink: 0 }}
        styles={{ label: { color: 'var(--lb-text)' } }}
        data={[
          { value: 'can', label: can },
          { value: 'cannot', label: t('undoing.cannot', { count: cannotCount }) },
        ]}
      />
      {props.children(shown)}
    </>
  );
}
