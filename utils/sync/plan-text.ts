/** What a plan would do, as a text that two plans have in common only if they would do the same. */
import { contentKey } from '../ledger/content';
import type { CreateIntent, Intent, UpdateIntent } from './intent';

/** The plan as text: what the seal is made from. Two plans that would write the same are equal. */
export function planText(intents: readonly Intent[]): string {
  return intents
    .map((intent) =>
      [
        intent.key,
        intent.does,
        contentKey(intent.record),
        intent.target ? `${intent.target.id} ${contentKey(intent.target)}` : '',
        intent.needs.join(','),
        ...ownText(intent),
        JSON.stringify(intent.draft),
      ].join('\u001f'),
    )
    .join('\n');
}

/** What only an intent of its kind says. */
function ownText(intent: Intent): string[] {
  switch (intent.does) {
    case 'create':
      return [
        ...[intent.as ?? '', intent.dated ?? '', (intent.notTwins ?? []).join()],
        ...translatedText(intent),
      ];
    case 'update':
      return [intent.carried ? intent.carried.fields.join() : '', ...translatedText(intent)];
    case 'link':
      return [intent.unagreed ? 'unagreed' : ''];
    case 'act':
      return [intent.act];
    case 'replace':
      return [intent.part, intent.original.id];
    case 'detach':
    case 'void':
    case 'delete':
    case 'renumber':
    case 'restore':
    case 'reenter':
      return [];
  }
}

function translatedText({
  owner,
  settling,
}: Pick<CreateIntent | UpdateIntent, 'owner' | 'settling'>): string[] {
  return [owner ?? '', settling ? JSON.stringify(settling) : ''];
}
