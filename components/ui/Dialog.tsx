import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from './wording';

/** A dialog over the page: takes the focus, closes with Escape, gives the focus back. */
export function Dialog(props: {
  opened: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useWording();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      size={440}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      styles={{ title: { fontSize: 15, fontWeight: 600 }, body: { paddingTop: 0 } }}
    >
      {props.children}
    </Modal>
  );
}
