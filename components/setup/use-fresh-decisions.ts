import { useCallback, useMemo, useState } from 'react';
import type { ClientDecision, ClientProposal } from '../../utils/views/views';
import type { SavedDecision } from './decisions';

type Clients = readonly ClientProposal[];

interface Fresh {
  /** The answer of the worker that these decisions came after; the next one knows them. */
  of: Clients | null;
  byKey: ReadonlyMap<string, ClientDecision>;
}

const NOTHING: Fresh = { of: null, byKey: new Map() };

/**
 * Shows a decision at once: with thousands of clients the worker's next answer takes seconds.
 * `save` answers whether it was saved; what was refused is shown as it was.
 */
export function useFreshDecisions(
  clients: Clients,
  save: (decisions: readonly SavedDecision[]) => Promise<boolean>,
): {
  clients: Clients;
  decideOn: (
    who: readonly ClientProposal[],
    decision: ClientDecision | null,
    decisions: readonly SavedDecision[],
  ) => Promise<void>;
} {
  const [fresh, setFresh] = useState<Fresh>(NOTHING);
  const shown = useMemo(() => {
    if (fresh.of !== clients || fresh.byKey.size === 0) return clients;
    return clients.map((client) => {
      const decision = fresh.byKey.get(client.key);
      return decision === undefined ? client : { ...client, decision, decided: true };
    });
  }, [clients, fresh]);
  const decideOn = useCallback(
    async (
      who: readonly ClientProposal[],
      decision: ClientDecision | null,
      decisions: readonly SavedDecision[],
    ) => {
      setFresh((before) => {
        const byKey = new Map(before.of === clients ? before.byKey : []);
        for (const client of who) byKey.set(client.key, decision ?? client.decision);
        return { of: clients, byKey };
      });
      if (!(await save(decisions))) setFresh(NOTHING);
    },
    [clients, save],
  );
  return { clients: shown, decideOn };
}
