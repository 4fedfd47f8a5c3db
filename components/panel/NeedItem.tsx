import { Button } from '@mantine/core';
import {
  type Icon,
  IconAdjustments,
  IconAlertOctagon,
  IconArrowsLeftRight,
  IconBan,
  IconHelpCircle,
  IconLogin2,
} from '@tabler/icons-react';
import type { NeedAction, NeedKind, NeedView } from '../../utils/views/views';
import { NameCut } from '../ui/NameCut';
import { Technical } from '../ui/Technical';
import { useWording } from '../ui/wording';
import classes from './Needs.module.css';
import { useActionWord } from './use-action-word';

const ICON: Record<NeedKind, Icon> = {
  failed: IconAlertOctagon,
  conflict: IconArrowsLeftRight,
  blocked: IconBan,
  setup: IconAdjustments,
  session: IconLogin2,
  undecided: IconHelpCircle,
};

/** One thing that a person has to settle: what happened, in money, and the button that fixes it. */
export function NeedItem(props: { need: NeedView; onAction: (action: NeedAction) => void }) {
  const { t, say, signedMoney } = useWording();
  const word = useActionWord();
  const { need } = props;
  const Sign = ICON[need.kind];
  return (
    <li className={`${classes.item} ${classes[need.kind]}`}>
      <Sign size={20} stroke={1.8} aria-hidden />
      <div className={classes.body}>
        <div className={classes.about}>
          <NameCut
            name={[t(`needs.kind.${need.kind}`), need.clientName].filter(Boolean).join(' · ')}
            focusable
          />
          {need.amountCents === null || need.amountCents === 0 ? null : (
            <span className="lb-num">
              {t('needs.effect', { effectCents: signedMoney(need.amountCents) })}
            </span>
          )}
        </div>
        <p>{say(need.what)}</p>
        <Technical text={need.technical} />
        <div className={classes.actions}>
          {need.actions.map((action, index) => (
            <Button
              key={word(action)}
              size="compact-sm"
              px={index === 0 ? 8 : 6}
              variant={index === 0 ? 'default' : 'subtle'}
              onClick={() => props.onAction(action)}
            >
              {word(action)}
            </Button>
          ))}
        </div>
      </div>
    </li>
  );
}
