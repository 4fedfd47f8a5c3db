/** What an element may be made with; `on…` handlers live as long as the element. */
export interface Attributes {
  class?: string;
  text?: string;
  [attribute: string]: string | undefined;
}

/**
 * Makes an element without parsing HTML, so that a page's Trusted Types policy has no say.
 *
 * @example element('button', { type: 'button', text: 'Dismiss' })
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  const { text, ...rest } = attributes;
  for (const [key, value] of Object.entries(rest)) {
    if (value !== undefined) made.setAttribute(key, value);
  }
  if (text !== undefined) made.append(text);
  made.append(...children);
  return made;
}
