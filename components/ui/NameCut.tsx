import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import classes from './NameCut.module.css';

/** Letters that stay at the end, where names of one family differ. */
const END_LENGTH = 8;

/** Where a name is cut: `['Cabinet Tremblay, Lavoie et ', 'associés']`. Short names have no end. */
export function splitName(name: string): readonly [string, string] {
  const letters = Array.from(name);
  if (letters.length <= END_LENGTH * 2) return [name, ''];
  return [letters.slice(0, -END_LENGTH).join(''), letters.slice(-END_LENGTH).join('')];
}

/**
 * A name on one line, cut in the middle when it does not fit; the full name shows on hover and
 * when the name, or the row around it, has the focus. A sentence is cut at its end.
 */
export function NameCut(props: { name: string; focusable?: boolean; sentence?: boolean }) {
  const { name, focusable = false, sentence = false } = props;
  const start = useRef<HTMLSpanElement>(null);
  const [cut, setCut] = useState(false);
  const measure = useCallback(() => {
    const part = start.current;
    if (part) setCut(part.scrollWidth > part.clientWidth);
  }, []);
  useLayoutEffect(() => {
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [measure, name]);
  const [head, tail] = sentence ? [name, ''] : splitName(name);
  return (
    <span
      className={classes.name}
      data-full={name}
      data-cut={cut || undefined}
      onPointerEnter={measure}
      tabIndex={focusable && cut ? 0 : undefined}
    >
      <span className={classes.start} ref={start}>
        {head}
      </span>
      {tail === '' ? null : <span className={classes.end}>{tail}</span>}
    </span>
  );
}
