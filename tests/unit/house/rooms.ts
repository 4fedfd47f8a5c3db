/**
 * The rooms of the house, from the ground up: what each may import besides itself, and who may touch
 * the world. A room stands above all that it imports, so no two of them hang on each other.
 */
import type { Effect } from './sources';

export interface Room {
  /** Its folder; a file belongs to the deepest room that holds it. */
  readonly at: string;
  readonly rooms: readonly string[];
  /** Rooms of which it needs types alone: nothing of them runs in it. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
}

const WORDS = ['utils/ledger', 'utils/wording'];
const PORT = [...WORDS, 'utils/port'];
const SCENE = [...WORDS, 'utils/checks', 'utils/sync'];
const PLAN = [...SCENE, 'utils/matching', 'utils/sync/translate', 'utils/sync/plan'];
const ADAPTER = [...PORT, 'utils/http'];
const SCREEN = ['utils/ledger', 'utils/views', 'utils/wording', 'components/ui'];
const REACT = ['react', '@mantine/core', '@mantine/hooks', '@tabler/icons-react'];

export const ROOMS: readonly Room[] = [
  // What both books are, and what the adapters promise. Pure.
  { at: 'utils/ledger', rooms: [], packages: ['big.js'] },
  { at: 'utils/wording', rooms: [], packages: ['intl-messageformat'] },
  { at: 'utils/platform', rooms: [], packages: ['wxt/browser'] },
  { at: 'utils/matching', rooms: WORDS },
  { at: 'utils/checks', rooms: WORDS },
  { at: 'utils/tieout', rooms: WORDS },
  { at: 'utils/port', rooms: WORDS, types: ['utils/platform'] },

  // From a scene to a plan. Pure.
  { at: 'utils/sync', rooms: [...WORDS, 'utils/checks'] },
  { at: 'utils/sync/translate', rooms: [...WORDS, 'utils/sync'] },
  { at: 'utils/sync/plan', rooms: [...SCENE, 'utils/matching', 'utils/sync/translate'] },
  { at: 'utils/sync/convert', rooms: SCENE },
  { at: 'utils/sync/undo', rooms: [...WORDS, 'utils/sync', 'utils/sync/plan'] },
  { at: 'utils/health', rooms: [...SCENE, 'utils/matching'] },

  // The two systems, and files.
  { at: 'utils/http', rooms: PORT, packages: ['zod'] },
  {
    at: 'utils/qbo',
    rooms: [...ADAPTER, 'utils/platform'],
    packages: ['zod', 'big.js', 'wxt/browser'],
  },
  {
    at: 'utils/tps',
    rooms: [...ADAPTER, 'utils/platform'],
    packages: ['zod', 'big.js', 'wxt/browser'],
  },
  { at: 'utils/managed', rooms: ['utils/wording'], packages: ['zod/mini', 'wxt/browser'] },
  {
    at: 'utils/export',
    rooms: ['utils/platform'],
    packages: ['exceljs', 'zod/mini', 'wxt/browser'],
  },

  // What is kept, and what is driven.
  {
    at: 'utils/store',
    rooms: [...PORT, 'utils/sync'],
    types: ['utils/checks', 'utils/sync/plan', 'utils/sync/convert', 'utils/sync/undo'],
    packages: ['dexie', 'zod'],
  },
  {
    at: 'utils/backup',
    rooms: ['utils/wording', 'utils/port', 'utils/platform', 'utils/export'],
    types: ['utils/store'],
    packages: ['zod', 'zod/mini', 'wxt/browser'],
  },
  {
    at: 'utils/shared-setup',
    rooms: [...PORT, 'utils/platform', 'utils/export', 'utils/store', 'utils/sync'],
    packages: ['zod'],
  },
  {
    at: 'utils/runner',
    rooms: [
      ...PORT,
      'utils/platform',
      'utils/checks',
      'utils/tieout',
      'utils/sync',
      'utils/sync/translate',
      'utils/sync/plan',
      'utils/sync/convert',
      'utils/sync/undo',
      'utils/store',
      'utils/shared-setup',
    ],
    packages: ['zod'],
  },

  // What screens show: a type beside the function that makes it. Pure.
  {
    at: 'utils/views',
    rooms: [...PLAN, 'utils/health'],
    types: ['utils/managed', 'utils/port', 'utils/store'],
  },
  { at: 'utils/mappings-file', rooms: [...WORDS, 'utils/export', 'utils/sync', 'utils/views'] },
  {
    at: 'utils/messages',
    rooms: ['utils/ledger', 'utils/export', 'utils/views', 'utils/wording'],
    types: ['utils/managed'],
    packages: ['zod/mini', 'wxt/browser'],
  },

  // The worker answers; screens and guests ask.
  {
    at: 'utils/worker',
    rooms: [
      ...SCENE,
      'utils/sync/plan',
      'utils/sync/convert',
      'utils/health',
      'utils/platform',
      'utils/port',
      'utils/qbo',
      'utils/tps',
      'utils/managed',
      'utils/export',
      'utils/store',
      'utils/backup',
      'utils/shared-setup',
      'utils/runner',
      'utils/views',
      'utils/mappings-file',
      'utils/messages',
    ],
    types: ['utils/http'],
    packages: ['zod/mini', 'wxt/browser'],
  },
  {
    at: 'utils/guest',
    rooms: ['utils/messages', 'utils/views', 'utils/wording'],
    packages: ['wxt/browser', 'wxt/utils/content-script-context'],
  },
  {
    at: 'components/ui',
    rooms: ['utils/ledger', 'utils/messages', 'utils/platform', 'utils/views', 'utils/wording'],
    packages: [
      ...REACT,
      'react-dom/client',
      '@tanstack/react-table',
      '@tanstack/react-virtual',
      'wxt/browser',
    ],
  },
  { at: 'components/panel', rooms: [...SCREEN, 'utils/tieout'], packages: REACT },
  { at: 'components/popup', rooms: [...SCREEN, 'components/panel'], packages: REACT },
  { at: 'components/workspace', rooms: [...SCREEN, 'components/panel'], packages: REACT },
  { at: 'components/clients', rooms: [...SCREEN, 'components/workspace'], packages: REACT },
  { at: 'components/tieout', rooms: [...SCREEN, 'components/workspace'], packages: REACT },
  {
    at: 'components/settings',
    rooms: [...SCREEN, 'components/panel', 'components/workspace'],
    packages: REACT,
  },
  {
    at: 'components/history',
    rooms: [...SCREEN, 'components/panel', 'components/popup', 'components/workspace'],
    packages: [...REACT, '@tanstack/react-virtual'],
  },
  {
    at: 'components/preview',
    rooms: [...SCREEN, 'components/panel', 'components/history', 'components/workspace'],
    packages: REACT,
  },
  {
    at: 'components/setup',
    // The file check reads a backup where the file is: on the page.
    rooms: [
      ...SCREEN,
      'utils/backup',
      'utils/port',
      'components/panel',
      'components/clients',
      'components/workspace',
    ],
    types: ['utils/health', 'utils/messages', 'utils/store'],
    packages: [...REACT, 'react-dom'],
  },

  // One folder for each context of Chrome: wiring alone.
  {
    at: 'entrypoints',
    rooms: ['utils/messages', 'utils/qbo', 'utils/worker'],
    packages: ['wxt/browser', 'wxt/utils/define-background'],
  },
  {
    at: 'entrypoints/offscreen',
    rooms: ['utils/backup', 'utils/export'],
    packages: ['wxt/browser'],
  },
  { at: 'entrypoints/panel', rooms: ['components/panel', 'components/ui'] },
  { at: 'entrypoints/popup', rooms: ['components/popup', 'components/ui'] },
  {
    at: 'entrypoints/qbo.content',
    rooms: ['utils/guest', 'utils/ledger'],
    packages: ['wxt/utils/define-content-script'],
  },
  {
    at: 'entrypoints/tps.content',
    rooms: ['utils/guest', 'utils/ledger'],
    packages: ['wxt/utils/define-content-script'],
  },
  {
    at: 'entrypoints/workspace',
    rooms: [
      'utils/export',
      'utils/views',
      'utils/wording',
      'components/ui',
      'components/panel',
      'components/workspace',
      'components/clients',
      'components/history',
      'components/preview',
      'components/settings',
      'components/setup',
      'components/tieout',
    ],
    types: ['utils/messages'],
    packages: ['react'],
  },
];

/** Style sheets and fonts: they run nothing. */
export const LOOKS = /\.css$/;

/** Who may touch what: a file, or all of a room that ends with a slash. */
export const MAY_TOUCH: Readonly<Record<Effect, readonly string[]>> = {
  browser: [
    'components/ui/changed.ts',
    'components/ui/use-draft.ts',
    'components/ui/use-locale.ts',
    'entrypoints/background.ts',
    'entrypoints/offscreen/main.ts',
    'utils/backup/save.ts',
    'utils/export/download.ts',
    'utils/export/export-history.ts',
    'utils/export/mappings-transfer.ts',
    'utils/export/offscreen-page.ts',
    'utils/guest/guest.ts',
    'utils/guest/panel-frame.ts',
    'utils/guest/typed-in.ts',
    'utils/managed/read-policy.ts',
    'utils/messages/ask.ts',
    'utils/platform/awake.ts',
    'utils/qbo/browser-session.ts',
    'utils/qbo/observe-session.ts',
    'utils/tps/browser-session.ts',
    'utils/worker/announce.ts',
    'utils/worker/browser-desk.ts',
    'utils/worker/observe-sign-ins.ts',
    'utils/worker/own-tabs.ts',
    'utils/worker/reinject-guests.ts',
  ],
  clock: [
    'components/setup/BackupSection.tsx',
    'components/ui/',
    'utils/export/download.ts',
    'utils/guest/flag-cache.ts',
    'utils/guest/keep-mounted.ts',
    'utils/worker/browser-desk.ts',
    'utils/worker/observe-sign-ins.ts',
  ],
  console: [],
  database: ['utils/store/database.ts'],
  digest: ['utils/platform/sha256.ts'],
  dom: [
    'components/',
    'entrypoints/panel/',
    'entrypoints/workspace/',
    'utils/backup/opfs-scratch.ts',
    'utils/guest/',
    'utils/worker/browser-desk.ts',
  ],
  language: [],
  // The other one reads files of our own.
  network: ['utils/worker/browser-desk.ts', 'utils/platform/own-file.ts'],
  process: [],
  random: ['utils/worker/browser-desk.ts'],
  timer: [
    'components/setup/use-backup.ts',
    'components/ui/',
    'utils/export/download.ts',
    'utils/guest/',
    'utils/platform/awake.ts',
    'utils/worker/announce.ts',
    'utils/worker/browser-desk.ts',
  ],
};
