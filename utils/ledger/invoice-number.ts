/**
 * TPS numbers an invoice by a code (default `0`) and a sequence of the code; people see `SD-1042`,
 * or just `1042` for code `0`.
 */
const DEFAULT_CODE = '0';

export interface InvoiceNumber {
  readonly code: string;
  readonly number: string;
}

export function shownNumber({ code, number }: InvoiceNumber): string {
  return code === DEFAULT_CODE || code === '' ? number : `${code}-${number}`;
}

/**
 * `SD-1042` is code SD, `1042` is code 0; null for what TPS cannot number. `SD1042` is refused:
 * TPS would show it as `SD-1042`, another number than the one that the client was sent.
 */
export function parseNumber(shown: string): InvoiceNumber | null {
  const text = shown.trim();
  if (/^\d+$/.test(text)) return { code: DEFAULT_CODE, number: text };
  const [, code, number] = /^([A-Za-z]+)-(\d+)$/.exec(text) ?? [];
  return code && number ? { code, number } : null;
}
