import { lazy, Suspense, useState } from 'react';
import type { DialogProps } from './DialogWindow';

/** A tenth of the popup's script, for what is seldom asked. */
const DialogWindow = lazy(() => import('./DialogWindow'));

/** A dialog over the page: takes the focus, closes with Escape, gives the focus back. */
export function Dialog(props: DialogProps) {
  const [wasOpened, setOpened] = useState(props.opened);
  if (props.opened && !wasOpened) setOpened(true);
  if (!wasOpened) return null;
  return (
    <Suspense fallback={null}>
      <DialogWindow {...props} />
    </Suspense>
  );
}
