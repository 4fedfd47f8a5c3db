/** An accounting date `YYYY-MM-DD`, without time zone. */
export type PlainDate = string & { readonly __unit: 'plain-date' };

/** Parses an accounting date; throws RangeError for a day that does not exist. */
export function plainDate(text: string): PlainDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match && new Date(`${text}T00:00:00Z`);
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) {
    throw new RangeError(`not a date: ${text}`);
  }
  return text as PlainDate;
}

/** The day so many days later. */
export function dayAfter(day: PlainDate, days: number): PlainDate {
  const ms = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return plainDate(new Date(ms).toISOString().slice(0, 10));
}

/** The day that the clock of this computer shows at that moment. */
export function localDay(moment: Date): PlainDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return plainDate(
    `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`,
  );
}
