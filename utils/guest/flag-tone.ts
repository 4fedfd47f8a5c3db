import type { FlagView } from '../views/views';

/** From what stops the sync to what is merely known. */
const ORDER: readonly FlagView['tone'][] = ['stop', 'warn', 'info', 'ok'];

/** Most severe first; the order of equals stays. */
export function bySeverity(flags: readonly FlagView[]): FlagView[] {
  return [...flags].sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone));
}
