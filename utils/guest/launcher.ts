import { element } from './element';
import { icon } from './icons';
import type { Words } from './words';

export interface Launcher {
  button: HTMLButtonElement;
  setOpen(open: boolean): void;
}

/** The round button at the edge; while the panel is open, the handle that hides it. */
export function makeLauncher(words: Words): Launcher {
  const button = element('button', { type: 'button', class: 'launcher' }, [
    icon('sync'),
    icon('collapse'),
  ]);
  function setOpen(open: boolean): void {
    const name = open ? words.hide : words.open;
    button.setAttribute('aria-label', name);
    button.setAttribute('aria-expanded', String(open));
    button.title = name;
  }
  setOpen(false);
  return { button, setOpen };
}
