/** The page: navigation on the left, company and user above, one view in the middle. */
import { boot, signOut, switchCompany } from './api.js';
import { customerDetailView, customersView } from './customers.js';
import { documentView } from './document.js';
import { button, clear, el, link } from './dom.js';
import { homeView } from './home.js';
import { receiveView } from './receive.js';
import { ROUTES } from './routes.js';
import { salesView } from './sales.js';
import { address, go, late, onMove } from './web.js';
import { startWipes, wipeForView } from './wipes.js';
import { t } from './words.js';

const root = document.getElementById('qx-root');
const main = el('main', { class: 'qx-main', id: 'qx-main', tabindex: '-1' });
let shown = 0;

function navLink(path, text) {
  const here = address().path === path;
  return link(path, t(text), here ? 'qx-nav-here' : 'qx-nav-link');
}

function companyMenu() {
  if (boot.companies.length < 2) return el('strong', { class: 'qx-company' }, boot.companyName);
  const select = el('select', { class: 'qx-company', 'aria-label': t('Company') });
  for (const { realm, name } of boot.companies) {
    const option = el('option', { value: realm }, name);
    option.selected = realm === boot.realm;
    select.append(option);
  }
  select.addEventListener('change', () => switchCompany(select.value));
  return select;
}

function frame() {
  clear(root);
  root.append(
    el('div', { class: 'qx-frame' }, [
      el('nav', { class: 'qx-nav', 'aria-label': t('Main') }, [
        el('div', { class: 'qx-brand' }, 'quickbooks'),
        el('div', { class: 'qx-nav-links', id: 'qx-links' }),
      ]),
      el('div', { class: 'qx-body' }, [
        el('header', { class: 'qx-header' }, [
          companyMenu(),
          el('span', { class: 'qx-spacer' }),
          el('span', { class: 'qx-user' }, boot.user),
          button('Sign out', signOut, 'qx-quiet'),
        ]),
        main,
      ]),
    ]),
  );
}

function markNavigation() {
  const links = document.getElementById('qx-links');
  clear(links);
  links.append(
    navLink('/app/homepage', 'Dashboard'),
    navLink('/app/sales', 'Sales'),
    navLink('/app/customers', 'Customers'),
  );
}

function viewFor(path, query) {
  if (path === '/app/homepage' || path === '/app' || path === '/app/') return homeView();
  if (path === '/app/customers') return customersView();
  if (path === '/app/customerdetail') return customerDetailView(query.get('nameId'));
  if (path === '/app/sales') return salesView();
  if (path === '/app/recvpayment' && query.has('invoiceId')) {
    return receiveView(query.get('invoiceId'));
  }
  const entity = ROUTES[path.slice('/app/'.length)];
  if (entity !== undefined) return documentView(entity, query.get('txnId'));
  return Promise.resolve([el('h1', {}, 'This page does not exist')]);
}

async function show() {
  shown += 1;
  const turn = shown;
  const { path, query } = address();
  wipeForView(root);
  markNavigation();
  clear(main);
  main.append(el('div', { class: 'qx-loading', role: 'status' }, t('Loading…')));
  try {
    const nodes = await viewFor(path, query);
    await late();
    if (turn !== shown) return;
    clear(main);
    main.append(...nodes);
  } catch (error) {
    if (turn !== shown) return;
    clear(main);
    main.append(el('div', { class: 'qx-error', role: 'alert' }, String(error.message ?? error)));
  }
}

document.addEventListener('click', (event) => {
  const anchor = event.target instanceof Element ? event.target.closest('a[href^="/app/"]') : null;
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (!anchor || !plain) return;
  event.preventDefault();
  go(anchor.getAttribute('href'), show);
});
onMove(show);
document.addEventListener('qbo-navigate', (event) => go(event.detail, show));

await late();
frame();
startWipes(root);
void show();
