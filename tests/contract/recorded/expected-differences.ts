/** A known difference between what was recorded and what the stand-in answers. */
export interface ExpectedDifference {
  readonly path: string;
  readonly what: string;
  readonly samples: readonly string[];
  readonly reason: string;
}

const COORDINATES = 'Coordinates are no longer returned since 2025-09-15 (Intuit blog 2025-08-13).';
const ESTIMATES =
  'The stand-in holds no estimates; it knows the name and answers that nothing changed.';
const OTHER_COMPANY =
  'Recorded in a company without custom fields and sales tax; the preferences are of another one.';

/** Compared are keys, types, fault codes, order of rows and HTTP status, never other values. */
export const expected: readonly ExpectedDifference[] = [
  {
    path: 'QueryResponse.Customer[].BillAddr.Lat',
    what: 'only recorded',
    samples: [
      'Customer/minimul-qbo_api--1',
      'Customer/minimul-qbo_api--2',
      'Customer/minimul-qbo_api--3',
      'Customer/minimul-qbo_api--4',
      'Customer/minimul-qbo_api--6',
      'Customer/minimul-qbo_api--7',
    ],
    reason: COORDINATES,
  },
  {
    path: 'QueryResponse.Customer[].BillAddr.Long',
    what: 'only recorded',
    samples: [
      'Customer/minimul-qbo_api--1',
      'Customer/minimul-qbo_api--2',
      'Customer/minimul-qbo_api--3',
      'Customer/minimul-qbo_api--4',
      'Customer/minimul-qbo_api--6',
      'Customer/minimul-qbo_api--7',
    ],
    reason: COORDINATES,
  },
  {
    path: 'QueryResponse.Customer[].ShipAddr.Lat',
    what: 'only recorded',
    samples: [
      'Customer/minimul-qbo_api--1',
      'Customer/minimul-qbo_api--2',
      'Customer/minimul-qbo_api--3',
      'Customer/minimul-qbo_api--4',
      'Customer/minimul-qbo_api--6',
      'Customer/minimul-qbo_api--7',
    ],
    reason: COORDINATES,
  },
  {
    path: 'QueryResponse.Customer[].ShipAddr.Long',
    what: 'only recorded',
    samples: [
      'Customer/minimul-qbo_api--1',
      'Customer/minimul-qbo_api--2',
      'Customer/minimul-qbo_api--3',
      'Customer/minimul-qbo_api--4',
      'Customer/minimul-qbo_api--6',
      'Customer/minimul-qbo_api--7',
    ],
    reason: COORDINATES,
  },
  {
    path: 'QueryResponse.Vendor[].BillAddr.Lat',
    what: 'only recorded',
    samples: [
      'Vendor/minimul-qbo_api--1',
      'Vendor/minimul-qbo_api--2',
      'Vendor/minimul-qbo_api--3',
      'Vendor/minimul-qbo_api--4',
      'Vendor/minimul-qbo_api--5',
      'Vendor/minimul-qbo_api--7',
      'Vendor/minimul-qbo_api--8',
    ],
    reason: COORDINATES,
  },
  {
    path: 'QueryResponse.Vendor[].BillAddr.Long',
    what: 'only recorded',
    samples: [
      'Vendor/minimul-qbo_api--1',
      'Vendor/minimul-qbo_api--2',
      'Vendor/minimul-qbo_api--3',
      'Vendor/minimul-qbo_api--4',
      'Vendor/minimul-qbo_api--5',
      'Vendor/minimul-qbo_api--7',
      'Vendor/minimul-qbo_api--8',
    ],
    reason: COORDINATES,
  },
  {
    path: 'QueryResponse.SalesReceipt[].BillAddr.Lat',
    what: 'only recorded',
    samples: ['SalesReceipt/minimul-qbo_api--1'],
    reason: COORDINATES,
  },
  {
    path: 'QueryResponse.SalesReceipt[].BillAddr.Long',
    what: 'only recorded',
    samples: ['SalesReceipt/minimul-qbo_api--1'],
    reason: COORDINATES,
  },
  {
    path: 'QueryResponse.SalesReceipt[].ShipAddr.Lat',
    what: 'only recorded',
    samples: ['SalesReceipt/minimul-qbo_api--1'],
    reason: COORDINATES,
  },
  {
    path: 'QueryResponse.SalesReceipt[].ShipAddr.Long',
    what: 'only recorded',
    samples: ['SalesReceipt/minimul-qbo_api--1'],
    reason: COORDINATES,
  },
  {
    path: 'Invoice.BillAddr.Lat',
    what: 'only recorded',
    samples: [
      'Invoice/minimul-qbo_api--1',
      'Invoice/minimul-qbo_api--2',
      'Invoice/minimul-qbo_api--4',
      'Invoice/minimul-qbo_api--5',
    ],
    reason: COORDINATES,
  },
  {
    path: 'Invoice.BillAddr.Long',
    what: 'only recorded',
    samples: [
      'Invoice/minimul-qbo_api--1',
      'Invoice/minimul-qbo_api--2',
      'Invoice/minimul-qbo_api--4',
      'Invoice/minimul-qbo_api--5',
    ],
    reason: COORDINATES,
  },
  {
    path: 'Invoice.ShipAddr.Lat',
    what: 'only recorded',
    samples: [
      'Invoice/minimul-qbo_api--1',
      'Invoice/minimul-qbo_api--2',
      'Invoice/minimul-qbo_api--4',
      'Invoice/minimul-qbo_api--5',
    ],
    reason: COORDINATES,
  },
  {
    path: 'Invoice.ShipAddr.Long',
    what: 'only recorded',
    samples: [
      'Invoice/minimul-qbo_api--1',
      'Invoice/minimul-qbo_api--2',
      'Invoice/minimul-qbo_api--4',
      'Invoice/minimul-qbo_api--5',
    ],
    reason: COORDINATES,
  },
  {
    path: 'Customer.BillAddr.Lat',
    what: 'only recorded',
    samples: ['Customer/minimul-qbo_api--8'],
    reason: COORDINATES,
  },
  {
    path: 'Customer.BillAddr.Long',
    what: 'only recorded',
    samples: ['Customer/minimul-qbo_api--8'],
    reason: COORDINATES,
  },
  {
    path: 'Customer.ShipAddr.Lat',
    what: 'only recorded',
    samples: ['Customer/minimul-qbo_api--8'],
    reason: COORDINATES,
  },
  {
    path: 'Customer.ShipAddr.Long',
    what: 'only recorded',
    samples: ['Customer/minimul-qbo_api--8'],
    reason: COORDINATES,
  },
  {
    path: 'BatchItemResponse[].QueryResponse.SalesReceipt[].BillAddr.Lat',
    what: 'only recorded',
    samples: ['BatchItemResponse/minimul-qbo_api--1'],
    reason: COORDINATES,
  },
  {
    path: 'BatchItemResponse[].QueryResponse.SalesReceipt[].BillAddr.Long',
    what: 'only recorded',
    samples: ['BatchItemResponse/minimul-qbo_api--1'],
    reason: COORDINATES,
  },
  {
    path: 'QueryResponse.Customer[]',
    what: 'more here',
    samples: ['Customer/minimul-qbo_api--4', 'Customer/minimul-qbo_api--6'],
    reason: 'The company holds customers of its other recordings too, of other days.',
  },
  {
    path: 'QueryResponse.SalesReceipt[].LinkedTxn',
    what: 'only recorded',
    samples: ['SalesReceipt/minimul-qbo_api--1'],
    reason: 'Deposit 62, in which two of the receipts lie, was not recorded.',
  },
  {
    path: 'CDCResponse[].QueryResponse[].Estimate',
    what: 'only recorded',
    samples: ['CDCResponse/minimul-qbo_api--1'],
    reason: ESTIMATES,
  },
  {
    path: 'CDCResponse[].QueryResponse[].maxResults',
    what: 'only recorded',
    samples: ['CDCResponse/minimul-qbo_api--1'],
    reason: ESTIMATES,
  },
  {
    path: 'CDCResponse[].QueryResponse[].startPosition',
    what: 'only recorded',
    samples: ['CDCResponse/minimul-qbo_api--1'],
    reason: ESTIMATES,
  },
  {
    path: 'QueryResponse.Item[]',
    what: 'more here',
    samples: ['Item/boulevard-exquickbooks--1'],
    reason: 'The company holds the items of its other recordings too.',
  },
  {
    path: 'SalesReceipt.CustomField[]',
    what: 'more here',
    samples: ['SalesReceipt/boulevard-exquickbooks--1'],
    reason: OTHER_COMPANY,
  },
  {
    path: 'SalesReceipt.TxnTaxDetail',
    what: 'only here',
    samples: ['SalesReceipt/boulevard-exquickbooks--1'],
    reason: OTHER_COMPANY,
  },
];
