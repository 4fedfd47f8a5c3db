import { RefusedError } from '../messages/ask';
import type { FlagView, NeedAction } from '../views/views';
import { element } from './element';
import { makeExcludeForm } from './exclude-form';
import { act, actionName } from './flag-actions';
import { bySeverity } from './flag-tone';
import type { Guest } from './guest';
import { icon } from './icons';
import { pressGuard } from './press-guard';

/** Where one flag shows its buttons, or the form of one of them, and what went wrong. */
interface FlagArea {
  list: readonly NeedAction[];
  box: HTMLElement;
  error: HTMLElement;
}

/** The strip under the top edge: what the page shows, why it matters, what can be done. */
export class FlagStrip {
  readonly #guest: Guest;
  readonly #onDone: () => void;
  readonly #strip = element('div', { class: 'strip', role: 'status', hidden: '' });
  readonly #guard: () => void;
  #shown = '';
  #dismissed = '';

  /** `onDone` is called after an action changed something, so that flags are asked anew. */
  constructor(guest: Guest, onDone: () => void) {
    this.#guest = guest;
    this.#onDone = onDone;
    this.#guard = pressGuard(this.#strip, guest.signal);
    guest.root.append(this.#strip);
  }

  /** Shows what is flagged about the page; nothing where the list is empty or was dismissed. */
  show(flags: readonly FlagView[]): void {
    const sorted = bySeverity(flags);
    const content = JSON.stringify(sorted);
    if (content === this.#shown) return; // A form that is being filled in must stay.
    this.#shown = content;
    this.#strip.replaceChildren(...sorted.map((flag, at) => this.#flag(flag, at === 0)));
    this.#strip.hidden = sorted.length === 0 || content === this.#dismissed;
    this.#guard();
  }

  /** A dismissed strip comes back on the next visit of the page. */
  forgetDismissal(): void {
    this.#dismissed = '';
    this.#shown = '';
  }

  /** In another language from now on. */
  redraw(): void {
    this.#shown = '';
  }

  #flag(flag: FlagView, first: boolean): HTMLElement {
    const words = this.#guest.words();
    const error = element('p', { class: 'error', role: 'alert' });
    const actions = element('div', { class: 'actions' });
    const item = element('div', { class: `flag ${flag.tone}` }, [
      icon(flag.tone),
      element('div', { class: 'flag-text' }, [
        element('p', {}, [
          element('strong', { text: flag.label }),
          element('span', { class: 'tone', text: words.tones[flag.tone] }),
        ]),
        element('p', { text: flag.what }, [
          ...(flag.advice ? [element('span', { class: 'advice', text: ` ${flag.advice}` })] : []),
        ]),
      ]),
      actions,
      error,
    ]);
    this.#fillActions({ list: flag.actions, box: actions, error });
    if (first) item.append(this.#dismissButton());
    return item;
  }

  #dismissButton(): HTMLButtonElement {
    const { dismiss } = this.#guest.words();
    const button = element(
      'button',
      { type: 'button', class: 'dismiss', 'aria-label': dismiss, title: dismiss },
      [icon('close')],
    );
    button.addEventListener('click', () => {
      this.#dismissed = this.#shown;
      this.#strip.hidden = true;
    });
    return button;
  }

  #fillActions(area: FlagArea): void {
    const words = this.#guest.words();
    const buttons = area.list.flatMap((action) => {
      const name = actionName(action, words);
      if (name === null) return [];
      const button = element('button', { type: 'button', class: 'action', text: name });
      button.addEventListener('click', () => {
        if (action.do === 'exclude') this.#askReason(action, area);
        else void this.#run(action, '', area);
      });
      return [button];
    });
    area.box.replaceChildren(...buttons);
    this.#guard();
  }

  #askReason(action: NeedAction & { do: 'exclude' }, area: FlagArea): void {
    const { form, focus } = makeExcludeForm({
      clientName: action.clientName,
      words: this.#guest.words(),
      onExclude: (reason) => void this.#run(action, reason, area),
      onCancel: () => {
        this.#fillActions(area);
        area.box.querySelector('button')?.focus();
      },
    });
    area.box.replaceChildren(form);
    this.#guard();
    focus();
  }

  async #run(action: NeedAction, reason: string, area: FlagArea): Promise<void> {
    const controls = area.box.querySelectorAll<HTMLButtonElement | HTMLInputElement>(
      'button, input',
    );
    for (const control of controls) control.disabled = true;
    area.error.textContent = '';
    try {
      await act(action, reason);
      this.#fillActions(area);
      this.#onDone();
    } catch (thrown) {
      area.error.textContent =
        thrown instanceof RefusedError
          ? (thrown.refusal.said ?? this.#guest.words().noAnswer)
          : this.#guest.words().noAnswer;
      for (const control of controls) control.disabled = false;
    }
  }
}
