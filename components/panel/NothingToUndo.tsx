import { Notice } from '../ui/Notice';
import { useWording } from '../ui/wording';

/** An undo that can take nothing back. */
export function NothingToUndo({ cannotCount }: { cannotCount: number }) {
  const { t } = useWording();
  return (
    <Notice tone={cannotCount > 0 ? 'warn' : 'info'}>
      {cannotCount > 0 ? t('undoing.nothing', { count: cannotCount }) : t('undoing.nothingLeft')}
    </Notice>
  );
}
