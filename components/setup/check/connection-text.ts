import type { ConnectionView } from '../../../utils/views/views';
import type { Wording } from '../../ui/wording';

/** Ids of companies and documents, and whatever else counts that long. */
const LONG_NUMBER = /\d{5,}/g;
const EMAIL = /[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>]+/g;

/**
 * The connection check as text that can be sent to somebody: lists, fields, settings and the
 * systems' own words; no name, no amount, no id, nothing that opens a session.
 */
export function connectionText(view: ConnectionView, { t, say, dateTime }: Wording): string {
  const lines = [t('probe.report', { at: dateTime(view.at) }), ''];
  for (const { side, endpoints, problem } of view.systems) {
    lines.push(t(`side.${side}`));
    if (problem) lines.push(`  ${redacted(problem.technical ?? problem.what.id)}`);
    for (const { endpoint, state, rows, differences, technical } of endpoints) {
      const seen = rows === null ? '' : ` (${rows})`;
      lines.push(`  ${endpoint}: ${t(`probe.state.${state}`)}${seen}`);
      for (const difference of differences) {
        lines.push(`    ${t('probe.difference', { ...difference })}`);
      }
      if (technical !== null) lines.push(`    ${redacted(technical)}`);
    }
    lines.push('');
  }
  for (const { tone, what } of view.facts) lines.push(`[${tone}] ${say(what)}`);
  return `${lines.join('\n')}\n`;
}

function redacted(text: string): string {
  return text.replace(EMAIL, '…').replace(LONG_NUMBER, '…');
}
