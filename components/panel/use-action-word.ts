import { useCallback } from 'react';
import type { NeedAction } from '../../utils/views/views';
import { useWording } from '../ui/wording';

/** What the button of an action says. */
export function useActionWord(): (action: NeedAction) => string {
  const { t } = useWording();
  return useCallback(
    (action) => {
      switch (action.do) {
        case 'retry':
          return t('needs.retry');
        case 'ignore':
          return t('needs.ignore');
        case 'apart':
          return t('needs.apart');
        case 'exclude':
          return t('needs.exclude');
        case 'rule':
          return t(`needs.rule.${action.ruling}`);
        case 'twin':
          return t(action.other === null ? 'needs.twin.create' : `needs.twin.${action.ruling}`);
        case 'convert':
          return t('needs.convert');
        case 'take':
          return t('needs.take');
        case 'wish':
          return t(`needs.wish.${action.wish}`);
        case 'open':
          return t('needs.open', { system: t(`side.${action.side}`) });
        case 'setup':
          return t(`needs.setup.${action.step}`);
        case 'signIn':
          return t('session.signIn', { system: t(`side.${action.side}`) });
      }
    },
    [t],
  );
}
