import { type KeyboardEvent, useState } from 'react';

const PAGE_ROWS = 12;

interface RowKeys {
  count: number;
  scrollTo: (index: number) => void;
  focusRow: (index: number) => void;
  onOpen: ((index: number) => void) | undefined;
  onToggle: ((index: number) => void) | undefined;
}

/** Where an arrow leads; null where the key means nothing to a table. */
export function nextIndex(key: string, index: number, count: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(last, index + PAGE_ROWS);
    case 'PageUp':
      return Math.max(0, index - PAGE_ROWS);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Arrows walk over rows, Enter opens, Space selects. Buttons inside a row keep their own keys. */
export function useRowKeys(table: RowKeys) {
  const [active, setActive] = useState(0);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    if (event.target !== event.currentTarget) return;
    const to = nextIndex(event.key, index, table.count);
    if (to !== null) {
      event.preventDefault();
      setActive(to);
      table.scrollTo(to);
      table.focusRow(to);
    } else if (event.key === 'Enter' && table.onOpen) {
      event.preventDefault();
      table.onOpen(index);
    } else if (event.key === ' ' && table.onToggle) {
      event.preventDefault();
      table.onToggle(index);
    }
  };
  return { active, setActive, onKeyDown };
}
