import { element } from './element';
import { icon } from './icons';
import type { Words } from './words';

export interface Launcher {
  button: HTMLButtonElement;
  setOpen(open: boolean): void;
  /** Says its name anew, in the language of now. */
  relabel(): void;
}

/** The round button at the edge; while the panel is open, the handle that hides it. */
export function makeLauncher(words: () => Words): Launcher {
  const button = element('button', { type: 'button', class: 'launcher' }, [
    icon('sync'),
    icon('collapse'),
  ]);
  let isOpen = false;
  function relabel(): void {
    const name = isOpen ? words().hide : words().open;
    button.setAttribute('aria-label', name);
    button.title = name;
  }
  function setOpen(open: boolean): void {
    isOpen = open;
    button.setAttribute('aria-expanded', String(open));
    relabel();
  }
  setOpen(false);
  return { button, setOpen, relabel };
}
