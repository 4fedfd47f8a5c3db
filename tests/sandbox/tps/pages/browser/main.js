import { adjustmentsPage } from './adjustments.js';
import { call } from './api.js';
import { clientPage, clientsPage } from './clients.js';
import { h, link } from './dom.js';
import { invoiceFormPage } from './invoice-form.js';
import { invoicesPage } from './invoices.js';
import { integrationPage, notFoundPage } from './other-pages.js';
import { paymentFormPage } from './payment-form.js';
import { paymentsPage } from './payments.js';
import { address, go, late, onMove } from './web.js';
import { startWipes, wipeForView } from './wipes.js';
import { t } from './words.js';

const ROUTES = [
  [/^\/clients$/, clientsPage],
  [/^\/clients\/(\d+)$/, clientPage],
  [/^\/invoices$/, invoicesPage],
  [/^\/invoices\/(new|\d+)$/, invoiceFormPage],
  [/^\/payments$/, paymentsPage],
  [/^\/payments\/(new|\d+)$/, paymentFormPage],
  [/^\/adjustments$/, adjustmentsPage],
  [/^\/integrations\/quickbooks$/, integrationPage],
];

const NAVIGATION = [
  ['Clients', '/clients'],
  ['Invoices', '/invoices'],
  ['Payments', '/payments'],
  ['A/R adjustments', '/adjustments'],
];

const app = document.getElementById('app');
let visit = 0;

function layout(session) {
  const navigation = h(
    'nav',
    { class: 'nav', 'aria-label': t('Main') },
    NAVIGATION.map(([text, href]) => link(href, t(text))),
    h('div', { class: 'navtitle' }, t('Integrations')),
    link('/integrations/quickbooks', 'QuickBooks'),
  );
  const signOut = h(
    'form',
    { method: 'post', action: '/logout' },
    h('button', { class: 'signout', type: 'submit' }, 'Sign out'),
  );
  const bar = h(
    'header',
    { class: 'topbar' },
    h('span', { class: 'brand' }, 'TPS Cloud Axis'),
    h('span', { class: 'firm' }, session.firm.name),
    h('span', null, session.user.name),
    signOut,
  );
  const main = h('main', { class: 'main' });
  app.replaceChildren(bar, navigation, main);
  return { main, navigation };
}

/** Goes to a page of the app without loading the document again. */
function navigate(path) {
  go(path, show);
}

async function show() {
  const own = ++visit;
  const { path, query } = address();
  wipeForView(app);
  markPlace(path);
  const [pattern, page] = ROUTES.find(([one]) => one.test(path)) ?? [/.*/, notFoundPage];
  const parts = path.match(pattern)?.slice(1) ?? [];
  main.setAttribute('aria-busy', 'true');
  try {
    const content = await page({ session, navigate, query }, ...parts);
    await late();
    if (own === visit) main.replaceChildren(...content);
  } catch (error) {
    if (own === visit)
      main.replaceChildren(h('p', { class: 'alert', role: 'alert' }, error.message));
  }
  if (own === visit) main.removeAttribute('aria-busy');
}

function markPlace(path) {
  for (const anchor of navigation.querySelectorAll('a')) {
    const isHere = path.startsWith(anchor.getAttribute('href'));
    anchor.replaceWith(
      h(
        'a',
        { href: anchor.getAttribute('href'), class: isHere ? 'here' : undefined },
        anchor.textContent,
      ),
    );
  }
}

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey) return;
  const anchor = event.target instanceof Element ? event.target.closest('a[href^="/"]') : null;
  if (!anchor || anchor.target) return;
  event.preventDefault();
  navigate(anchor.getAttribute('href'));
});
onMove(show);

const session = await call('GET', '/session');
document.title = `${session.firm.name} - TPS Cloud Axis`;
await late();
const { main, navigation } = layout(session);
startWipes(app);
await show();
