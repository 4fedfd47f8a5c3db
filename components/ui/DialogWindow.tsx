import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useWording } from './wording';

export interface DialogProps {
  opened: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** What `Dialog` loads when it is first opened. */
export default function DialogWindow(props: DialogProps) {
  const { t } = useWording();
  // Opened once it stands there: what had the focus before is known from that moment on.
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <Modal
      opened={isThere && props.opened}
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
