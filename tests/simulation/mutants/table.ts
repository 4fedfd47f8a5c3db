/** The mistakes that the simulation must catch. Each text must stand exactly once in its file. */
import { WIDE_FROM } from '../trace/draw';
import type { Mutant } from './mutant';

const APPLY = 'utils/runner/apply-intent.ts';
const PLAN = 'utils/sync/linked-documents.ts';

/** Seeds with everything that people do. */
const WIDE = { from: WIDE_FROM + 1, count: 200 };

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'retry without a look',
    file: APPLY,
    from: '    if (unsure) {\n',
    to: '    if (unsure && intent.verb === "link") {\n',
  },
  {
    name: 'the look finds nothing',
    file: 'utils/runner/outcome.ts',
    from: 'const found = await port.findByMarker(draft.marker, draft, sentBefore, except);',
    to: 'const found = await port.findByMarker(draft.marker, draft, sentBefore, except).then(() => null);',
  },
  {
    name: 'watermark moved early',
    file: 'utils/store/mirror.ts',
    from: "  await db.transaction('rw', db.mirror, db.pairs, async () => {\n    if (pull.full) {",
    to: "  await db.pairs.where('id').equals(pairId).modify((pair) => {\n    pair.watermarks[side] = pull.watermark;\n  });\n  await db.transaction('rw', db.mirror, db.pairs, async () => {\n    if (pull.full) {",
  },
  {
    name: 'deletions are not read',
    file: 'utils/store/mirror.ts',
    from: 'const gone = [...pull.deleted, ...foreign',
    to: 'const gone = [...foreign',
  },
  {
    name: 'marker dropped in QuickBooks',
    file: 'utils/qbo/write/invoice.ts',
    from: 'return withMarker(memo, marker, TEXT_LENGTH_MAX.qbo);',
    to: 'return withMarker(memo, null && marker, TEXT_LENGTH_MAX.qbo);',
  },
  {
    name: 'money as a float',
    file: 'utils/ledger/cents.ts',
    from: 'return cents(hundredths.toNumber());',
    to: 'return cents(Math.floor(Number(text) * 100));',
  },
  {
    name: 'rounded by toFixed',
    file: 'utils/ledger/cents.ts',
    from: 'return Number(decimalText(amountCents));',
    to: 'return Number((amountCents / 100).toFixed(1));',
  },
  {
    name: 'the target is not compared again before it is changed',
    file: APPLY,
    from: '  if (target && !isAsPlanned(current, target, draft, sentBefore)) return conflict(intent);\n',
    to: '  if (target === undefined && !isAsPlanned(current, intent.record, draft, sentBefore)) return conflict(intent);\n',
  },
  {
    name: 'any company is the right one',
    file: 'utils/qbo/transport.ts',
    from: 'if (current === deps.realm) return deps.realm;',
    to: 'if (current !== null) return current;',
  },
  {
    name: 'sent is not journaled',
    file: 'utils/runner/journal.ts',
    from: "await db.journal.update(row.key, { state: 'sent', at });",
    to: 'await db.journal.update(row.key, { at });',
  },
  {
    name: 'base stored before the write',
    file: APPLY,
    from: '    await markSent(deps.db, row, deps.now().toISOString());\n',
    to: `    await markSent(deps.db, row, deps.now().toISOString());
    if (intent.linkId !== null && intent.target && intent.verb === 'update' && intent.type !== 'client') {
      const base = intent.record.side === 'tps'
        ? { tps: intent.record, qbo: intent.target }
        : { tps: intent.target, qbo: intent.record };
      await deps.db.links.update(\`\${row.pairId}:\${intent.linkId}\`, { base });
    }
`,
  },
  {
    name: 'TPS wins over a changed document',
    file: PLAN,
    from: 'if (changed.tps && changed.qbo) this.#bothChanged(link, now, base);',
    to: 'if (changed.tps && changed.qbo && !now.tps) this.#bothChanged(link, now, base);',
  },
  {
    name: 'QuickBooks wins over a changed client',
    file: 'utils/sync/plan-clients.ts',
    from: 'if (winner === null) holds.push(conflict(tps, qbo, field));',
    to: 'if (winner === null) carried.tps.push(field);',
  },
  {
    name: 'what was not as meant is left there',
    file: APPLY,
    from: '  await takeBack(port, intent, result);\n',
    to: '  if (intent.verb === "link") await takeBack(port, intent, result);\n',
  },
  {
    name: 'the counts lose a skipped item',
    file: 'utils/runner/journal.ts',
    from: 'counts[state] += 1;',
    to: "if (state !== 'skipped') counts[state] += 1;",
  },
  {
    name: 'a preview that applies',
    file: 'utils/runner/must-be-shown.ts',
    from: 'return brakes.length === 0 && plain ? null : { reason: null };',
    to: 'return brakes.length === 0 || plain ? null : { reason: null };',
  },
  {
    name: 'another plan than the approved one is applied',
    file: 'utils/runner/must-be-shown.ts',
    from: 'const same = waited ? run.goesOn === true : sealed?.planHash === run.planHash;',
    to: 'const same = waited || sealed?.planHash !== "";',
  },
  {
    name: 'applications are not compared',
    file: 'utils/ledger/content.ts',
    from: '        applicationsOf(record.applications),\n',
    to: '        applicationsOf([]),\n',
  },
  {
    name: 'wide: an equal cheque number is no evidence',
    file: 'utils/sync/same-money.ts',
    from: 'if (hasEqualReference(a, b)) return true;',
    to: 'if (hasEqualReference(a, b)) return false;',
    seeds: WIDE,
  },
  {
    name: 'wide: a copied tag claims the twin of another',
    file: 'utils/sync/claims.ts',
    from: 'return twin !== null && twin !== doc.id;',
    to: 'return twin !== null && twin === doc.id;',
    seeds: WIDE,
  },
];
