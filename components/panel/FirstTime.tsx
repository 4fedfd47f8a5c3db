import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { Empty } from '../ui/Empty';
import { useWording } from '../ui/wording';

/** Before set-up is finished there is one thing to do. */
export function FirstTime({ started, onSetUp }: { started: boolean; onSetUp: () => void }) {
  const { t } = useWording();
  return (
    <Empty title={t(started ? 'first.unfinished' : 'first.title')} icon={IconArrowsExchange}>
      <p>{t(started ? 'first.unfinishedBody' : 'first.body')}</p>
      <Button onClick={onSetUp}>{t('first.setUp')}</Button>
    </Empty>
  );
}
