import { type ReactNode, type SyntheticEvent, useEffect, useState } from 'react';

/** Longer than a press that was on its way when its button went; shorter than one that is meant. */
const GUARD_MS = 500;

/**
 * Buttons that follow a state. For a moment after `on` has changed none of them takes a press: it
 * was meant for the button that stood there before.
 */
export function Guard(props: { on: string; className?: string | undefined; children: ReactNode }) {
  const closed = useJustChanged(props.on);
  const swallow = (event: SyntheticEvent) => {
    if (!closed) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would name and frame the buttons.
    <div
      role="group"
      className={props.className}
      aria-disabled={closed || undefined}
      onClickCapture={swallow}
    >
      {props.children}
    </div>
  );
}

/** True from the first drawing after a change until it is long enough ago. */
function useJustChanged(on: string): boolean {
  const [settled, setSettled] = useState(on);
  useEffect(() => {
    if (settled === on) return;
    const timer = setTimeout(() => setSettled(on), GUARD_MS);
    return () => clearTimeout(timer);
  }, [settled, on]);
  return settled !== on;
}
