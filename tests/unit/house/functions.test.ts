/** No function is longer than a screen, but those that are listed, each with its reason. */
import { expect, it } from 'vitest';
import { allSources } from './sources';

const LINES_MAX = 60;

const COLUMNS = 'one object for each column of a table';
const MARKUP = 'the markup of one screen or card, in its order';
const ORDERS = 'one order for each thing that a person can do on the page';
const ONE_OBJECT = 'makes one object; each of its methods is short';
const STEPS = 'one decision after the other, each of which needs those before it';

/** What is drawn or told in one piece, and would be no clearer in two. The list only gets shorter. */
const LONGER: Readonly<Record<string, string>> = {
  'components/clients/client-columns.tsx a function without a name': COLUMNS,
  'components/clients/client-columns.tsx useClientColumns': COLUMNS,
  'components/history/entry-columns.tsx a function without a name': COLUMNS,
  'components/history/entry-columns.tsx useEntryColumns': COLUMNS,
  'components/preview/effect-columns.tsx useEffectColumns': COLUMNS,
  'components/preview/plan-columns.tsx a function without a name': COLUMNS,
  'components/preview/plan-columns.tsx usePlanColumns': COLUMNS,
  'components/setup/document-columns.tsx a function without a name': COLUMNS,
  'components/setup/document-columns.tsx useDocumentColumns': COLUMNS,
  'components/setup/mapping-columns.tsx a function without a name': COLUMNS,
  'components/setup/mapping-columns.tsx useMappingColumns': COLUMNS,
  'components/setup/proposal-columns.tsx a function without a name': COLUMNS,
  'components/setup/proposal-columns.tsx useProposalColumns': COLUMNS,
  'components/clients/ClientsScreen.tsx ClientsScreen': MARKUP,
  'components/history/EntryDetails.tsx Details': MARKUP,
  'components/history/HistoryScreen.tsx Entries': MARKUP,
  'components/panel/NeedsYou.tsx NeedsYou': MARKUP,
  'components/panel/PlanSummary.tsx PlanSummary': MARKUP,
  'components/preview/PreviewScreen.tsx PreviewScreen': MARKUP,
  'components/settings/MappingsLook.tsx Changes': MARKUP,
  'components/settings/SettingsScreen.tsx SettingsScreen': MARKUP,
  'components/setup/BackupCard.tsx BackupCard': MARKUP,
  'components/setup/ClientEditor.tsx Editor': MARKUP,
  'components/setup/ClientsStep.tsx ClientsStep': MARKUP,
  'components/setup/ConnectStep.tsx ConnectStep': MARKUP,
  'components/setup/MappingStep.tsx MappingStep': MARKUP,
  'components/setup/SetupScreen.tsx Step': MARKUP,
  'components/setup/check/CheckSection.tsx CheckSection': MARKUP,
  'components/setup/check/CheckStep.tsx CheckStep': MARKUP,
  'components/setup/check/ConnectionCheck.tsx ConnectionCheck': MARKUP,
  'components/setup/check/HealthGroupRow.tsx HealthGroupRow': MARKUP,
  'components/setup/check/HealthTable.tsx HealthTable': MARKUP,
  'components/tieout/Waterfall.tsx Waterfall': MARKUP,
  'components/ui/table/Body.tsx Body': MARKUP,
  'components/ui/table/DataTable.tsx DataTable': MARKUP,
  'components/ui/use-sync.ts useSync': ORDERS,
  'entrypoints/workspace/pages/SetupPage.tsx SetupPage': ORDERS,
  'entrypoints/workspace/pages/use-mappings-file.ts useMappingsFile': ORDERS,
  'utils/qbo/transport.ts createQboTransport': ONE_OBJECT,
  'utils/sync/plan/invoice-rules.ts invoiceRules': ONE_OBJECT,
  'utils/sync/plan/payment-rules.ts paymentRules': ONE_OBJECT,
  'utils/worker/handlers.ts handlersOf': ONE_OBJECT,
  'utils/worker/browser-desk.ts browserDesk': ONE_OBJECT,
  'utils/sync/plan/plan.ts planOnce': STEPS,
  'utils/sync/plan/unlinked-documents.ts add': STEPS,
  'utils/sync/translate/translate-payment.ts translatePayment': STEPS,
  'utils/views/setup-clients.ts clientProposals': STEPS,
};

const long = allSources().flatMap(({ file, functions }) =>
  functions.filter(({ lines }) => lines > LINES_MAX).map(({ name }) => `${file} ${name}`),
);

it('has no function over 60 lines that is not listed', () => {
  expect([...new Set(long)].filter((one) => !(one in LONGER)).sort()).toEqual([]);
});

it('lists none that is shorter by now', () => {
  expect(Object.keys(LONGER).filter((one) => !long.includes(one))).toEqual([]);
});
