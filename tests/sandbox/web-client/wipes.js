import { web } from './web.js';

const EVERY_MS = 1_500;
/** Every so many times the root of the document is cleaned up too. */
const ROOT_EVERY = 2;

/** From time to time nothing but the app is left in the document, and its lists are drawn anew. */
export function startWipes(app) {
  if (!web.wipes) return;
  let turn = 0;
  setInterval(() => {
    turn += 1;
    keepOnly(document.body, [app]);
    if (turn % ROOT_EVERY === 0) {
      keepOnly(document.documentElement, [document.head, document.body]);
    }
    document.dispatchEvent(new Event('web-redraw'));
  }, EVERY_MS);
}

/** The body's children are replaced as a whole whenever one goes elsewhere in the app. */
export function wipeForView(app) {
  if (web.wipes) document.body.replaceChildren(app);
}

function keepOnly(parent, own) {
  for (const node of [...parent.childNodes]) if (!own.includes(node)) node.remove();
}
