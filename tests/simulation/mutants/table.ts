/**
 * The mistakes that the simulation must catch, by its seeds or by the test file that is named. Each
 * text must stand exactly once in its file.
 */
import { WIDE_FROM } from '../trace/draw';
import type { Mutant } from './mutant';

const APPLY = 'utils/runner/apply-intent.ts';
const PLAN = 'utils/sync/plan/linked-documents.ts';

/** Seeds with everything that people do. */
const WIDE = { from: WIDE_FROM + 1, count: 200 };

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'retry without a look',
    file: APPLY,
    from: '    if (unsure) {\n',
    to: '    if (unsure && intent.does === "link") {\n',
  },
  {
    name: 'the look finds nothing',
    file: 'utils/runner/outcome.ts',
    from: '    return found && isLinkable(found) ? { carriedOut: true, result: found } : NOT;\n  }',
    to: '    return found && isLinkable(found) && since === `` ? { carriedOut: true, result: found } : NOT;\n  }',
  },
  {
    name: 'watermark moved early',
    file: 'utils/store/mirror.ts',
    from: "  await db.transaction('rw', db.mirror, db.pairs, async () => {\n    if (pull.full) {",
    to: "  await db.pairs.where('id').equals(pairId).modify((pair) => {\n    pair.watermarks[side] = pull.watermark;\n  });\n  await db.transaction('rw', db.mirror, db.pairs, async () => {\n    if (pull.full) {",
    tests: 'tests/simulation/watermark.test.ts',
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
    from: 'return withMarker(memo, marker, TRAITS.qbo.textMax);',
    to: 'return withMarker(memo, null && marker, TRAITS.qbo.textMax);',
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
    from: '  if (!isAsPlanned(current, target, draft, sentBefore)) return conflict(intent);\n',
    to: '  if (target === undefined && !isAsPlanned(current, intent.record, draft, sentBefore)) return conflict(intent);\n',
  },
  {
    name: "slices: an item's fault is that of the whole batch",
    file: 'utils/qbo/batch.ts',
    from: 'const item = all.BatchItemResponse.find(({ bId }) => bId === bIdOf(at));',
    to: "const item = all.BatchItemResponse.find((one) => 'Fault' in one) ?? all.BatchItemResponse.find(({ bId }) => bId === bIdOf(at));",
    tests: 'tests/contract/qbo-slices.test.ts',
  },
  {
    name: 'slices: a refused item counts as written',
    file: 'utils/qbo/batch.ts',
    from: "const status = 'Fault' in body ? 400 : whole.status;",
    to: "const { Fault: _fault, ...rest } = body as Record<string, unknown>;\n  if ('Fault' in body) return { ...whole, text: JSON.stringify({ ...rest, Invoice: { Id: '1', SyncToken: '0' } }) };\n  const status = whole.status;",
    tests: 'tests/contract/qbo-slices.test.ts',
  },
  {
    name: 'slices: the answer of another item is taken',
    file: 'utils/qbo/batch.ts',
    from: 'const item = all.BatchItemResponse.find(({ bId }) => bId === bIdOf(at));',
    to: 'const item = all.BatchItemResponse[0];',
  },
  {
    name: 'slices: a lost batch is sent again without a look',
    file: APPLY,
    from: '      unsure = true;\n',
    to: '      unsure = waitMs < 5_000;\n',
    tests: 'tests/simulation/slices.test.ts',
  },
  {
    name: 'slices: more batches leave than the limit allows',
    file: 'utils/qbo/limiter.ts',
    from: 'const batchMs = isBatch ? waitOfBatch(current, nowMs, limits) : 0;',
    to: 'const batchMs = 0;',
    tests: 'tests/unit/adapters/limiter.test.ts',
  },
  {
    name: 'slices: a step goes beside what it needs',
    file: 'utils/sync/schedule.ts',
    from: '    for (const key of after) if (this.#left.has(key)) return false;\n',
    to: '',
    tests: 'tests/unit/sync/schedule.test.ts',
  },
  {
    name: 'slices: what edits does not wait for earlier stages',
    file: 'utils/sync/schedule.ts',
    from: "    if (intent.does !== 'create' && stage > first) return false;\n",
    to: '',
    tests: 'tests/unit/sync/schedule.test.ts',
  },
  {
    name: 'slices: what one has linked is not known to the next',
    file: 'utils/runner/slice.ts',
    from: 'context.links.add(one.value);',
    to: 'void one.value;',
    tests: 'tests/simulation/slices.test.ts',
  },
  {
    name: 'any company is the right one',
    file: 'utils/qbo/transport.ts',
    from: 'if (current === deps.realm) return deps.realm;',
    to: 'if (current !== null) return current;',
    tests: 'tests/contract/qbo-failures.test.ts',
  },
  {
    name: 'sent is not journaled',
    file: 'utils/runner/journal.ts',
    from: "        state: 'sent',\n",
    to: '',
  },
  {
    name: 'base stored before the write',
    file: APPLY,
    from: '    await journal.sent(row);\n',
    to: `    await journal.sent(row);
    if (intent.does === 'update' && intent.type !== 'client') {
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
    file: 'utils/sync/plan/plan-clients.ts',
    from: 'if (winner === null) holds.push(conflict(tps, qbo, field, both ? null : otherSide(to)));',
    to: 'if (winner === null) carried.tps.push(field);',
  },
  {
    name: 'what was not as meant is left there',
    file: APPLY,
    from: '  await takeBack(port, intent, result);\n',
    to: '  if (intent.does === "link") await takeBack(port, intent, result);\n',
    tests: 'tests/simulation/hard-cases.test.ts',
  },
  {
    name: 'the counts lose a skipped item',
    file: 'utils/runner/journal.ts',
    from: 'counts[ending.state] += 1;',
    to: "if (ending.state !== 'skipped') counts[ending.state] += 1;",
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
    file: 'utils/sync/plan/same-money.ts',
    from: 'if (hasEqualReference(a, b)) return true;',
    to: 'if (hasEqualReference(a, b)) return false;',
    seeds: WIDE,
  },
  {
    name: 'wide: a copied tag claims the twin of another',
    file: 'utils/sync/plan/claims.ts',
    from: 'return twin !== null && twin !== doc.id;',
    to: 'return twin !== null && twin === doc.id;',
    seeds: WIDE,
  },
  {
    name: 'a parked plan goes on without reading',
    file: 'utils/runner/turn-back.ts',
    from: '    return agoMs < 0 || agoMs > PLAN_WAIT_MS_MAX;',
    to: '    return agoMs < 0;',
    tests: 'tests/simulation/waited.test.ts',
  },
  {
    name: 'a tag links without client and number',
    file: 'utils/sync/plan/marked-twins.ts',
    from: "    return agreed === 'number and total' ? 2 : agreed === 'neither' ? 0 : 1;",
    to: "    return agreed === 'number and total' ? 2 : 1;",
    tests: 'tests/simulation/copies.test.ts',
  },
  {
    name: 'nobody looks whether the money is there',
    file: 'utils/sync/plan/same-money.ts',
    from: '  return pieces.filter(Boolean).length >= 2;',
    to: '  return pieces.length === 0;',
    tests: 'tests/simulation/same-money.test.ts',
  },
  {
    name: 'lines are built anew',
    file: 'utils/qbo/write/changed-invoice.ts',
    from: '    return was ? [onTop(was, line), ...was.texts.map(asItWas)] : [wireLine(line)];',
    to: '    return was ? [wireLine(line)] : [wireLine(line)];',
    tests: 'tests/contract/qbo-writes.test.ts',
  },
  {
    name: 'what changes report as deleted is believed',
    file: 'utils/qbo/read/pull-since.ts',
    from: 'filter(({ entity, id }) => !standing[entity]?.has(id));',
    to: 'filter(({ entity, id }) => !standing[entity]?.has("" && id));',
    tests: 'tests/contract/qbo-changes.test.ts',
  },
  {
    name: 'what a payment had settled is not looked at',
    file: 'utils/qbo/read/follow-up.ts',
    from: 'missing([...paid, ...settledBefore], rows.invoices)',
    to: 'missing([...paid], rows.invoices)',
    tests: 'tests/contract/qbo-changes.test.ts',
  },
  {
    name: 'what our own write took a payment from is forgotten',
    file: 'utils/store/payments-before.ts',
    from: "    .filter(({ to }) => to === 'qbo')",
    to: "    .filter(({ to }) => to === 'qbo' && to !== 'qbo')",
    tests: 'tests/simulation/applications.test.ts',
  },
  {
    name: 'a customer in dollars counts by its balance',
    file: 'utils/checks/foreign-currency.ts',
    from: "billed().has(client.id) ||\n      twinOfClient('qbo', client.id) !== null;",
    to: 'billed().has("" && client.id);',
    tests: 'tests/unit/sync/plan.test.ts',
  },
  {
    name: 'an answer that cannot be read means nobody',
    file: 'utils/runner/lease-stage.ts',
    from: '  if ((await db.pairs.get(pairId))?.unguardedSince !== undefined) return;\n',
    to: '  if ((await db.pairs.get(pairId)) !== null) return;\n',
    tests: 'tests/simulation/two-browsers.test.ts',
  },
  {
    name: 'a note is cut',
    file: 'utils/ledger/marker.ts',
    from: 'marker.length > max ? memo : ',
    to: 'marker.length > max ? memo.slice(0, max - 1 - marker.length) + " " + marker : ',
    tests: 'tests/contract/qbo-writes.test.ts',
  },
  {
    name: 'read-only is a matter of the screens',
    file: 'utils/http/may-write.ts',
    from: '  const what = asked.write ? await why?.() : null;',
    to: "  const what = asked.write && asked.subject.type === 'company' ? await why?.() : null;",
    tests: 'tests/simulation/read-only.test.ts',
  },
  {
    name: 'a twin of ours in another computer is ours',
    file: 'utils/runner/lease-memory.ts',
    from: '  return body.beat > known.beat || (body.beat === known.beat && body.run !== known.run);',
    to: '  return body.beat > known.beat + 1e6;',
    tests: 'tests/simulation/copied-profile.test.ts',
  },
  {
    name: 'an undo of another browser is a change of a person',
    file: 'utils/runner/others.ts',
    from: '    isNews(undidUntil) || (isNews(wroteUntil)',
    to: '    (isNews(wroteUntil)',
    tests: 'tests/simulation/undone-elsewhere.test.ts',
  },
  {
    name: 'every payment of an invoice gives the cent',
    file: 'utils/sync/plan/residue.ts',
    from: 'if (!invoice || !twin || !this.#isLast(payment, application)) return',
    to: 'if (!invoice || !twin) return',
    tests: 'tests/simulation/residue.test.ts',
  },
  {
    name: 'an invoice goes while a held payment is on it',
    file: 'utils/sync/plan/still-paid.ts',
    from: '    if (!paid) return true;',
    to: '    if (!paid || paid.voided === false) return true;',
    tests: 'tests/simulation/over-applied.test.ts',
  },
  {
    name: 'an old base is believed',
    file: 'utils/runner/others.ts',
    from: '  await deps.db.pairs.update(pairId, { stale: [...stale] });\n  return { ...scene, stale };',
    to: '  await deps.db.pairs.update(pairId, { stale: [] });\n  return { ...scene, stale: new Set([...stale].slice(stale.size)) };',
    tests: 'tests/simulation/copied-profile.test.ts',
  },
  {
    name: 'what was removed is deleted',
    file: 'utils/sync/plan/removed.ts',
    from: "  return removals === 'delete' || isEntry || isEmpty || numberStays ? 'delete' : 'void';",
    to: "  return removals === 'void' || isEntry || isEmpty || numberStays ? 'delete' : 'void';",
    tests: 'tests/simulation/removed.test.ts',
  },
  {
    name: 'void is a word',
    file: 'utils/qbo/read/invoice.ts',
    from: '    voided: wire.TotalAmt === 0 && lines.every(({ amountCents }) => amountCents === 0),',
    to: "    voided: wire.TotalAmt === 0 && wire.PrivateNote.startsWith('Voided'),",
    tests: 'tests/contract/qbo-writes.test.ts',
  },
  {
    name: 'one odd record stops the firm',
    file: 'utils/ledger/unread.ts',
    from: '  return whole || (unread > ODD_MAX && unread > all * ODD_SHARE_MAX);',
    to: '  return whole || unread > 0;',
    tests: 'tests/simulation/unread.test.ts',
  },
  {
    name: 'what cannot be read is gone',
    file: 'utils/sync/plan/linked-documents.ts',
    from: '      if (!read[side] && this.#isUnread(side, link)) {',
    to: '      if (read[side] && this.#isUnread(side, link)) {',
    tests: 'tests/simulation/unread.test.ts',
  },
  {
    name: 'every cheque to a client is a refund of ours',
    file: 'utils/sync/refunds.ts',
    from: '    if (!linked && !isNamed && !isRuled(refund, rulings)) continue;',
    to: '    if (!linked && !isNamed && rulings.size > 1e6) continue;',
    tests: 'tests/simulation/refunds.test.ts',
  },
  {
    name: 'a copied tag stays',
    file: 'utils/sync/plan/copied-tags.ts',
    from: '  return named !== null && named.id !== own;',
    to: "  return named !== null && named.id !== own && own === 'nobody';",
    tests: 'tests/simulation/copies.test.ts',
  },
  {
    name: 'a wait that is new leaves a run grey',
    file: 'utils/runner/run-color.ts',
    from: "  return open.every((key) => known.has(key)) ? 'waiting' : 'warning';",
    to: "  return open.every((key) => known.has(key) || open.length > 0) ? 'waiting' : 'warning';",
    tests: 'tests/simulation/run-color.test.ts',
  },
];
