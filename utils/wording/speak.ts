/** Turns a sentence with values into text. Pure: no browser, no React. */
import { IntlMessageFormat } from 'intl-messageformat';
import { formatsOf, formatTagOf, type Locale } from './locale';
import type { PhraseValues } from './phrase';
import { type TextPart, textsOf } from './texts';

/** Parsed sentences; the number of sentences bounds it, as keys are our own texts. */
const parsed = new Map<string, IntlMessageFormat>();

/** Never throws: a sentence that cannot be made is shown in English, at worst by its name. */
export function speak(
  part: TextPart,
  id: string,
  values: PhraseValues | undefined,
  locale: Locale,
): string {
  for (const language of [locale, 'en'] as const) {
    const text = textsOf(language, part)?.[id];
    if (text === undefined) continue;
    try {
      return formatMessage(text, values, language);
    } catch {
      // A value is missing or the text is broken: the other language may still do.
    }
  }
  return id;
}

/**
 * One ICU message with its values. `…Cents` becomes money, `…Date` a date; the rest stays, so that
 * plural and select work on it. Throws when the message is broken or a value is missing.
 */
export function formatMessage(
  text: string,
  values: PhraseValues | undefined,
  locale: Locale,
): string {
  const key = `${locale}:${text}`;
  let message = parsed.get(key);
  if (!message) {
    message = new IntlMessageFormat(text, formatTagOf(locale), undefined, { ignoreTag: true });
    parsed.set(key, message);
  }
  return String(message.format(values && readable(values, locale)));
}

function readable(values: PhraseValues, locale: Locale): Record<string, string | number> {
  const formats = formatsOf(locale);
  const shown: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'number' && name.endsWith('Cents')) shown[name] = formats.money(value);
    else if (typeof value === 'string' && name.endsWith('Date')) shown[name] = formats.date(value);
    else shown[name] = value;
  }
  return shown;
}
