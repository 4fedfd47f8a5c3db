import { defineConfig } from 'wxt';
import { TRAITS } from './utils/ledger/traits';
import { core as coreEn } from './utils/wording/en/core';
import { ui as uiEn } from './utils/wording/en/ui';
import { core as coreFr } from './utils/wording/fr/core';
import { ui as uiFr } from './utils/wording/fr/ui';
import { textsFile } from './utils/wording/load';

/** The hosts that hold the two books; nothing else is ever contacted. */
const TPS_HOST = `${TRAITS.tps.origin}/*`;
const QBO_HOST = `${TRAITS.qbo.origin}/*`;

/** A page loads the one language that it speaks: a file each, instead of both in every script. */
const TEXTS = [
  { file: textsFile('en', 'core'), texts: coreEn },
  { file: textsFile('fr', 'core'), texts: coreFr },
  { file: textsFile('en', 'ui'), texts: uiEn },
  { file: textsFile('fr', 'ui'), texts: uiFr },
];

export default defineConfig({
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      for (const { file, texts } of TEXTS) {
        files.push({ relativeDest: file, contents: JSON.stringify(texts) });
      }
    },
  },
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifest: {
    default_locale: 'en',
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    minimum_chrome_version: '120',
    permissions: [
      'alarms',
      'cookies',
      'downloads',
      'offscreen',
      'scripting',
      'storage',
      'unlimitedStorage',
      'webRequest',
    ],
    host_permissions: [TPS_HOST, QBO_HOST],
    content_security_policy: {
      extension_pages: `default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self' ${TRAITS.tps.origin} ${TRAITS.qbo.origin}; object-src 'none'; base-uri 'none'; form-action 'none'`,
    },
    // What an administrator can set for the whole firm; `utils/managed` says what it does.
    storage: { managed_schema: 'managed_schema.json' },
    web_accessible_resources: [
      {
        resources: ['panel.html'],
        matches: [TPS_HOST, QBO_HOST],
        use_dynamic_url: true,
      },
    ],
  },
});
