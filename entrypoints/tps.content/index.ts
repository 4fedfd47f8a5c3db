import { defineContentScript } from 'wxt/utils/define-content-script';
import { startGuest } from '../../utils/guest/guest';
import { opensPanel } from '../../utils/guest/opens-panel';
import { TRAITS } from '../../utils/ledger/traits';

/** Guest in TPS: launcher and sync panel. */
export default defineContentScript({
  matches: [`${TRAITS.tps.origin}/*`],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    startGuest({ ctx, opensPanel });
  },
});
