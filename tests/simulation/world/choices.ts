import type { SetupView } from '../../../utils/views/views';

/**
 * What somebody chooses who trusts every suggestion. For a bank account there may be none: then the
 * place where money waits until it is taken to the bank, or the firm's first account.
 */
export function trustedChoices({ mappings, targets }: Pick<SetupView, 'mappings' | 'targets'>) {
  return mappings.map(({ kind, from, fromId, chosenId, suggestedId }) => {
    const there = kind === 'bank' ? targets.bank[from === 'tps' ? 'qbo' : 'tps'] : [];
    const own = there.filter(({ name }) => !/trust|fid|client funds|escrow/i.test(name));
    const waits = own.find(({ name }) => /undeposited|non déposé/i.test(name)) ?? own[0];
    return { kind, from, fromId, toId: chosenId ?? suggestedId ?? waits?.id ?? null };
  });
}

/** Accounts of which nothing tells where their money goes, by name, and the place chosen for each. */
export function openBanks(setup: Pick<SetupView, 'mappings' | 'targets'>) {
  const choices = new Map(
    trustedChoices(setup).map(({ kind, from, fromId, toId }) => [
      `${kind} ${from} ${fromId}`,
      toId,
    ]),
  );
  return setup.mappings.flatMap(({ kind, from, fromId, name, chosenId, suggestedId }) => {
    if (kind !== 'bank' || chosenId !== null || suggestedId !== null) return [];
    const toId = choices.get(`${kind} ${from} ${fromId}`);
    const there = setup.targets.bank[from === 'tps' ? 'qbo' : 'tps'];
    const place = there.find(({ id }) => id === toId)?.name;
    return place === undefined ? [] : [{ name, place }];
  });
}
