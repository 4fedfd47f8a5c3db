import { Button, Radio, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SharedDifference } from '../../utils/views/views';
import { Dialog } from '../ui/Dialog';
import classes from '../ui/Dialog.module.css';
import { useWording } from '../ui/wording';

type Take = 'mine' | 'theirs';

/** Both answers beside each other; each difference needs a choice. */
export function SharedDifferences(props: {
  opened: boolean;
  differences: readonly SharedDifference[];
  who: string;
  onClose: () => void;
  onChoose: (choices: { key: string; take: Take }[]) => void;
}) {
  const { t, say } = useWording();
  const [taken, setTaken] = useState<Readonly<Record<string, Take>>>({});
  const { differences } = props;
  const choices = differences.flatMap(({ key }) => {
    const take = taken[key];
    return take ? [{ key, take }] : [];
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onChoose(choices);
  };
  return (
    <Dialog opened={props.opened} title={t('firmSetup.chooseTitle')} onClose={props.onClose}>
      <form className={classes.form} onSubmit={submit}>
        {differences.map(({ key, what, mine, theirs }) => (
          <Radio.Group
            key={key}
            label={say(what)}
            value={taken[key] ?? null}
            onChange={(value) => {
              if (value === 'mine' || value === 'theirs') setTaken({ ...taken, [key]: value });
            }}
          >
            <Stack gap={8} mt={4}>
              <Radio value="mine" label={t('firmSetup.mine', { value: say(mine) })} />
              <Radio
                value="theirs"
                label={t('firmSetup.theirs', { value: say(theirs), who: props.who })}
              />
            </Stack>
          </Radio.Group>
        ))}
        <div className={classes.buttons}>
          <Button variant="default" onClick={props.onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={choices.length < differences.length}>
            {t('firmSetup.keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
