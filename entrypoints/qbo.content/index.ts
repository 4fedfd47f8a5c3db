import { defineContentScript } from 'wxt/utils/define-content-script';
import { startFlags } from '../../utils/guest/flags';
import { startGuest } from '../../utils/guest/guest';

/** Guest in QuickBooks: launcher, sync panel, and flags on what is being viewed. */
export default defineContentScript({
  matches: ['https://qbo.intuit.com/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(ctx) {
    startFlags(ctx, startGuest({ ctx, watchAttributes: ['href'] }));
  },
});
