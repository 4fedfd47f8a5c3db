import { defineContentScript } from 'wxt/utils/define-content-script';
import { startFlags } from '../../utils/guest/flags';
import { startGuest } from '../../utils/guest/guest';
import { TRAITS } from '../../utils/ledger/traits';

/** Guest in QuickBooks: launcher, sync panel, and flags on what is being viewed. */
export default defineContentScript({
  matches: [`${TRAITS.qbo.origin}/*`],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    startFlags(ctx, startGuest({ ctx, watchAttributes: ['href'] }));
  },
});
