import { IconCornerDownRight } from '@tabler/icons-react';
import type { ClientProposal } from '../../utils/views/views';
import { NameCut } from '../ui/NameCut';
import { useWording } from '../ui/wording';
import classes from './CustomerName.module.css';

const INDENT_PX = 12;

/** A sub-customer stands a little to the right, below its parent. */
export function CustomerName({ client }: { client: ClientProposal }) {
  const { t } = useWording();
  const { branch } = client;
  const name = client.qbo?.name ?? '–';
  if (branch === null) return <NameCut name={name} />;
  const parent = branch.parentName;
  return (
    <>
      <IconCornerDownRight
        size={16}
        stroke={1.8}
        className={classes.twig ?? ''}
        style={{ marginInlineStart: (branch.depth - 1) * INDENT_PX }}
        role="img"
        aria-label={t(branch.isProject ? 'clients.projectOf' : 'clients.subOf', { parent })}
      />
      <NameCut name={name} />
    </>
  );
}
