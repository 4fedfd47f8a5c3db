import { element } from './element';
import type { Words } from './words';

/** Longest reason that the worker takes. */
const REASON_LENGTH_MAX = 500;

export interface ExcludeForm {
  clientName: string;
  words: Words;
  /** Called with the reason; the form stays until the strip is drawn anew. */
  onExclude: (reason: string) => void;
  onCancel: () => void;
}

/** Asks why a client is left out. The reason is kept with the exclusion, so it cannot be empty. */
export function makeExcludeForm({ clientName, words, onExclude, onCancel }: ExcludeForm) {
  const reason = element('input', {
    type: 'text',
    required: '',
    maxlength: String(REASON_LENGTH_MAX),
    autocomplete: 'off',
  });
  const cancel = element('button', { type: 'button', class: 'action', text: words.cancel });
  const form = element('form', { class: 'exclude' }, [
    element('label', { text: words.excludeWho(clientName) }, [reason]),
    element('button', { type: 'submit', class: 'action primary', text: words.exclude }),
    cancel,
  ]);
  cancel.addEventListener('click', onCancel);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const why = reason.value.trim();
    if (why !== '') onExclude(why);
    else reason.focus();
  });
  // The page's own shortcuts must not fire while one types here.
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    form.addEventListener(type, (event) => {
      event.stopPropagation();
      if (type === 'keydown' && event.key === 'Escape') onCancel();
    });
  }
  return { form, focus: () => reason.focus() };
}
