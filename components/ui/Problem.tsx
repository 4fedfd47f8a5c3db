import { Button } from '@mantine/core';
import { Notice } from './Notice';
import { Technical } from './Technical';
import type { Trouble } from './trouble';
import { useWording } from './wording';

/** What did not happen and why, in a sentence; details folded, and a way on. */
export function Problem(props: {
  trouble: Trouble | null;
  onRetry?: (() => void) | undefined;
  onClose?: (() => void) | undefined;
}) {
  const { t, say } = useWording();
  const { trouble, onRetry, onClose } = props;
  if (trouble === null) return null;
  return (
    <Notice tone="fail" alert>
      <span>{trouble.what ? say(trouble.what) : t('trouble.unexpected')}</span>
      <Technical text={trouble.technical} />
      {onRetry ? (
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      ) : null}
      {onClose ? (
        <Button size="xs" variant="default" onClick={onClose}>
          {t('action.close')}
        </Button>
      ) : null}
    </Notice>
  );
}
