import { Notice } from './Notice';
import { useWording } from './wording';

/** Warns where nothing guards against a second browser; nothing at all where something does. */
export function Unguarded({
  unguarded,
  className,
}: {
  unguarded: boolean;
  className: string | undefined;
}) {
  const { t } = useWording();
  if (!unguarded) return null;
  return (
    <div className={className}>
      <Notice tone="warn">{t('guard.none')}</Notice>
    </div>
  );
}
