/** What a person does about the set-up as a whole: a step is done, a policy is set, documents are looked at. */
import { CLIENT_FIELDS } from '../ledger/content';
import { localDay } from '../ledger/plain-date';
import type { RequestOf } from '../messages/requests';
import type { PairRow } from '../store/rows';
import { loadScene } from '../store/scene';
import type { Policy, PolicyField } from '../sync/scene';
import { openDocuments } from '../views/open-documents';
import type { OpenDocumentsView } from '../views/views';
import { phrase } from '../wording/phrase';
import type { Desk } from './desk';
import { mustPair } from './must-pair';
import { DeskRefusal } from './refusal';

/** The person says that this step is done; it can be done again at any time. */
export async function markStep(desk: Desk, { step }: RequestOf<'setup.stepDone'>): Promise<null> {
  await changePair(desk, (row) => {
    if (!row.stepsDone.includes(step)) row.stepsDone.push(step);
  });
  return null;
}

const POLICY_FIELDS = [...CLIENT_FIELDS, 'invoice', 'payment'] as const;

/** Who wins where both sides change the same from now on, and what becomes of what is removed; what is not named stays. */
export async function savePolicies(
  desk: Desk,
  { policies, removals }: RequestOf<'policies.save'>,
): Promise<null> {
  await changePair(desk, (row) => {
    const next: { [F in PolicyField]?: Policy } = { ...row.policies };
    for (const field of POLICY_FIELDS) {
      const policy = policies[field];
      if (policy !== undefined) next[field] = policy;
    }
    row.policies = next;
    if (removals === 'delete') row.removals = removals;
    else if (removals === 'void') delete row.removals;
  });
  return null;
}

/** Takes fully paid documents in, or leaves them out from now on: links that stand are kept. */
export async function linkSettled(
  desk: Desk,
  { on }: RequestOf<'setup.linkSettled'>,
): Promise<null> {
  await changePair(desk, (row) => {
    if (on) row.linkSettled = true;
    else delete row.linkSettled;
  });
  return null;
}

/** What the first sync would do with the documents of both books, as last read. */
export async function setupDocuments(desk: Desk): Promise<OpenDocumentsView> {
  const scene = await loadScene(desk.db, await mustPair(desk.db), localDay(desk.now()));
  if (!scene) throw new DeskRefusal(phrase('run.notRead'));
  return openDocuments(scene);
}

async function changePair(desk: Desk, change: (row: PairRow) => void): Promise<void> {
  const { id } = await mustPair(desk.db);
  await desk.db.pairs.where('id').equals(id).modify(change);
  desk.onChange();
}
