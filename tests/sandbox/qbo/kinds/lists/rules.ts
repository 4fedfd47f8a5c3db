import { defaultIncome } from '../../book/accounts';
import type { Draft, EntityRules } from '../../book/book';
import { mustBeOneOf } from '../../book/guards';
import { refTo, resolveAt } from '../../book/refs';
import { decimalOf } from '../../decimal';
import { requiredParameter } from '../../fault';
import { booleanAt, compact, objectAt, objectsAt, omit, textAt } from '../../json';
import { ordered } from '../ordered';
import { LIST_COMPUTED, LIST_ORDER, nameRow } from './named-list';

const plain: EntityRules['present'] = (_book, rec) => ordered(rec, {}, LIST_ORDER);
const row = (body: Draft['body']): Draft => ({ body: compact(body), facts: null });

export const itemRules: EntityRules = {
  present: plain,
  draft: (book, input, context) => {
    const named = nameRow(book, 'Item', input, context);
    mustBeOneOf(input, 'Type', ['Service', 'NonInventory', 'Inventory', 'Group', 'Category']);
    const type = textAt(input, 'Type') ?? 'Service';
    const income = resolveAt(book, input, 'IncomeAccountRef', 'Account');
    const expense = resolveAt(book, input, 'ExpenseAccountRef', 'Account');
    const sold = type === 'Category' || type === 'Group' ? undefined : defaultIncome(book.store);
    const account = income ?? sold;
    return row({
      ...omit(input, LIST_COMPUTED),
      ...named,
      Taxable: booleanAt(input, 'Taxable') ?? false,
      UnitPrice: input.UnitPrice ?? 0,
      Type: type,
      IncomeAccountRef: account && refTo(account),
      PurchaseCost: input.PurchaseCost ?? 0,
      ExpenseAccountRef: expense && refTo(expense),
      TrackQtyOnHand: booleanAt(input, 'TrackQtyOnHand') ?? false,
    });
  },
};

export const termRules: EntityRules = {
  present: plain,
  draft: (book, input, context) => {
    const { FullyQualifiedName: _full, ...named } = nameRow(book, 'Term', input, context);
    return row({ ...omit(input, LIST_COMPUTED), ...named, Type: input.Type ?? 'STANDARD' });
  },
};

export const paymentMethodRules: EntityRules = {
  present: plain,
  draft: (book, input, context) => {
    const { FullyQualifiedName: _full, ...named } = nameRow(book, 'PaymentMethod', input, context);
    mustBeOneOf(input, 'Type', ['CREDIT_CARD', 'NON_CREDIT_CARD']);
    return row({ ...omit(input, LIST_COMPUTED), ...named, Type: input.Type ?? 'NON_CREDIT_CARD' });
  },
};

export const taxRateRules: EntityRules = {
  present: plain,
  draft: (book, input, context) => {
    const { FullyQualifiedName: _full, ...named } = nameRow(book, 'TaxRate', input, context);
    if (decimalOf(input.RateValue) === undefined) throw requiredParameter('RateValue');
    return row({
      ...omit(input, LIST_COMPUTED),
      ...named,
      SpecialTaxType: input.SpecialTaxType ?? 'NONE',
      DisplayType: input.DisplayType ?? 'ReadOnly',
    });
  },
};

export const taxCodeRules: EntityRules = {
  present: plain,
  draft: (book, input, context) => {
    const { FullyQualifiedName: _full, ...named } = nameRow(book, 'TaxCode', input, context);
    const rates = (key: string): Draft['body'] => {
      const details = objectsAt(objectAt(input, key), 'TaxRateDetail');
      return {
        TaxRateDetail: details.map((detail) => {
          const rate = resolveAt(book, detail, 'TaxRateRef', 'TaxRate');
          return rate ? { ...detail, TaxRateRef: refTo(rate) } : detail;
        }),
      };
    };
    return row({
      ...omit(input, LIST_COMPUTED),
      ...named,
      Taxable: booleanAt(input, 'Taxable') ?? true,
      TaxGroup: booleanAt(input, 'TaxGroup') ?? true,
      SalesTaxRateList: rates('SalesTaxRateList'),
      PurchaseTaxRateList: rates('PurchaseTaxRateList'),
    });
  },
};
