import { describe, expect, it, test } from 'vitest';
import type { EntryRecord } from '../../../utils/store/rows';
import { entryNeed } from '../../../utils/views/needs';
import { REMEDIES, type Reason } from '../../../utils/views/remedies';
import { core } from '../../../utils/wording/en/core';
import type { PhraseId } from '../../../utils/wording/phrase';

function entry(id: PhraseId, more: Partial<EntryRecord> = {}): EntryRecord {
  return {
    id: 'e1',
    runId: 'r1',
    pairId: 'p1',
    status: id.startsWith('conflict.') || id.startsWith('tray.') ? 'conflict' : 'skipped',
    to: 'qbo',
    verb: 'create',
    type: 'payment',
    recordKey: 'tps:payment:7',
    clientSide: 'tps',
    clientId: '1',
    number: '7',
    clientName: 'Anna',
    date: '2026-03-02',
    amountCents: 100,
    effectCents: 100,
    message: { id, values: { system: 'qbo' } },
    technical: null,
    at: '2026-03-02T12:00:00Z',
    superseded: false,
    ...more,
  };
}

/** The buttons, first one first, in short. */
function buttons(one: EntryRecord): string[] {
  return entryNeed(one).actions.map((action) => {
    if (action.do === 'setup') return `setup ${action.step}`;
    return action.do === 'rule' || action.do === 'twin' ? action.ruling : action.do;
  });
}

describe('what can be done about', () => {
  it.each<[PhraseId, string[]]>([
    ['translate.severalCustomers', ['retry', 'open', 'ignore']],
    ['translate.increaseTaxed', ['retry', 'open', 'ignore']],
    ['translate.appliedToUnlinked', ['retry', 'open', 'ignore']],
    ['translate.bookingChanged', ['retry', 'open', 'ignore']],
    ['translate.oddInvoice', ['retry', 'open', 'ignore']],
    ['translate.workCodeUnmapped', ['setup codes', 'open', 'ignore']],
    ['translate.taxUnmapped', ['setup taxes', 'open', 'ignore']],
    ['translate.methodUnmapped', ['setup banks', 'open', 'ignore']],
    ['hold.nameTaken', ['setup clients', 'open', 'ignore']],
    ['hold.before', ['apart', 'open', 'ignore']],
    ['conflict.bothChanged', ['tpsWins', 'qboWins', 'apart', 'retry', 'open', 'ignore']],
    ['conflict.unvoided', ['qboWins', 'retry', 'open', 'ignore']],
    ['conflict.deposited', ['retry', 'open', 'ignore']],
    ['tray.closed', ['dateToday', 'retry', 'open', 'ignore']],
    ['port.unreachable', ['retry', 'open', 'ignore']],
  ])('%s is offered as buttons', (id, expected) => {
    expect(buttons(entry(id))).toEqual(expected);
  });

  it('two documents that may be one is asked with both answers', () => {
    const asked = entry('conflict.alikePayment', { otherKey: 'qbo:payment:9' });
    expect(buttons(asked).slice(0, 2)).toEqual(['same', 'apart']);
  });

  it('a client is no removal: it is never left out entry by entry', () => {
    const asked = entry('conflict.clientField', { type: 'client', recordKey: 'tps:client:7' });
    expect(buttons(asked)).toEqual(['tpsWins', 'qboWins', 'retry', 'open']);
  });
});

test('every reason that stands in the sentences has a remedy, and every remedy a sentence', () => {
  const said = Object.keys(core).filter((id) => /^(translate|hold|conflict|tray)\./.test(id));
  expect(Object.keys(REMEDIES).sort()).toEqual(said.sort());
});

test('a reason that nobody decided is never without a way on', () => {
  const stuck = (Object.keys(REMEDIES) as Reason[]).filter((id) => {
    const { asks, setup, again } = REMEDIES[id];
    return (id.startsWith('conflict.') || id.startsWith('translate.')) && !asks && !setup && !again;
  });
  expect(stuck).toEqual([]);
});
