import type { FlagView } from '../messages/views';
import type { Locale } from '../wording/locale';
import { render } from '../wording/render';
import { element } from './element';
import { icon } from './icons';
import type { Words } from './words';

/** A badge: the icon and word of the most severe flag. `flags` is not empty, most severe first. */
export function makeBadge(
  flags: readonly [FlagView, ...FlagView[]],
  locale: Locale,
): HTMLButtonElement {
  const [first] = flags;
  const label = render(first.label, locale);
  return element('button', { type: 'button', class: `badge ${first.tone}`, 'aria-label': label }, [
    icon(first.tone),
    element('span', { class: 'badge-label', text: label }),
  ]);
}

/** What a badge's tooltip says of each flag: what it is, and what to do. */
export function tooltipContent(flags: readonly FlagView[], words: Words, locale: Locale): Node[] {
  return flags.map((flag) =>
    element('div', { class: `tooltip-flag ${flag.tone}` }, [
      icon(flag.tone),
      element('div', {}, [
        element('strong', {
          text: `${render(flag.label, locale)} · ${words.tones[flag.tone]}`,
        }),
        element('p', { text: render(flag.what, locale) }),
        ...(flag.advice ? [element('p', { text: render(flag.advice, locale) })] : []),
      ]),
    ]),
  );
}
