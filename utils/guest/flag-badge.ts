import type { FlagView } from '../views/views';
import { element } from './element';
import { icon } from './icons';
import type { Words } from './words';

/** A badge: the icon and word of the most severe flag. `flags` is not empty, most severe first. */
export function makeBadge([first]: readonly [FlagView, ...FlagView[]]): HTMLButtonElement {
  const { label } = first;
  return element('button', { type: 'button', class: `badge ${first.tone}`, 'aria-label': label }, [
    icon(first.tone),
    element('span', { class: 'badge-label', text: label }),
  ]);
}

/** What a badge's tooltip says of each flag: what it is, and what to do. */
export function tooltipContent(flags: readonly FlagView[], words: Words): Node[] {
  return flags.map((flag) =>
    element('div', { class: `tooltip-flag ${flag.tone}` }, [
      icon(flag.tone),
      element('div', {}, [
        element('strong', {
          text: `${flag.label} · ${words.tones[flag.tone]}`,
        }),
        element('p', { text: flag.what }),
        ...(flag.advice ? [element('p', { text: flag.advice })] : []),
      ]),
    ]),
  );
}
