import { h } from './dom.js';

export function integrationPage() {
  return [
    h('h1', null, 'QuickBooks'),
    h(
      'p',
      null,
      'Synchronize clients, invoices, payments and adjustments between TPS Cloud Axis and QuickBooks Online.',
    ),
  ];
}

export function notFoundPage() {
  return [h('h1', null, 'Page not found'), h('p', null, 'There is nothing at this address.')];
}
