/** The work codes of the pretended firm: Type > Subtype > Work Code. Only the leaves are billed. */
export interface NodeSpec {
  readonly code: string;
  readonly name: string;
  readonly class?: 'EXPENSE' | 'NONCHARGEABLE';
  /** Carries the firm's usual tax flags. */
  readonly taxed?: boolean;
  readonly inactive?: boolean;
  readonly children?: readonly NodeSpec[];
}

function leaf(code: string, name: string, rest: Partial<NodeSpec> = {}): NodeSpec {
  return { code, name, taxed: true, ...rest };
}

export const WORK_CODES: readonly NodeSpec[] = [
  {
    code: 'ACC',
    name: 'Accounting',
    children: [
      {
        code: 'BKP',
        name: 'Bookkeeping',
        children: [
          leaf('BK-MON', 'Monthly bookkeeping'),
          leaf('BK-YE', 'Year-end bookkeeping'),
          leaf('BK-OLD', 'Bookkeeping (before 2020)', { inactive: true }),
        ],
      },
      { code: 'PAY', name: 'Payroll', children: [leaf('PR-RUN', 'Payroll processing')] },
    ],
  },
  {
    code: 'TAX',
    name: 'Tax',
    children: [
      { code: 'PER', name: 'Personal', children: [leaf('T1', 'Personal tax return')] },
      {
        code: 'COR',
        name: 'Corporate',
        children: [leaf('T2', 'Corporate tax return'), leaf('T2-ADJ', 'Corporate tax adjustment')],
      },
    ],
  },
  {
    code: 'ASR',
    name: 'Assurance',
    children: [
      { code: 'REV', name: 'Review', children: [leaf('RV-ENG', 'Review engagement')] },
      { code: 'CMP', name: 'Compilation', children: [leaf('CP-ENG', 'Compilation')] },
    ],
  },
  {
    code: 'ADV',
    name: 'Advisory',
    children: [
      {
        code: 'CON',
        name: 'Consulting',
        children: [leaf('CS-GEN', 'Consulting'), leaf('CS-EST', 'Estate planning')],
      },
      {
        code: 'WUP',
        name: 'Write-ups',
        children: [leaf('WU-ADJ', 'Write-up adjustment')],
      },
    ],
  },
  {
    code: 'DIS',
    name: 'Disbursements',
    class: 'EXPENSE',
    children: [
      {
        code: 'OOP',
        name: 'Out of pocket',
        class: 'EXPENSE',
        children: [
          leaf('DB-COU', 'Courier', { class: 'EXPENSE' }),
          leaf('DB-FIL', 'Government filing fees', { class: 'EXPENSE', taxed: false }),
        ],
      },
    ],
  },
  {
    code: 'BAL',
    name: 'Balances',
    children: [
      {
        code: 'BFW',
        name: 'Brought forward and charges',
        children: [
          leaf('OB', 'Opening balance', { taxed: false }),
          leaf('FC', 'Finance charge', { taxed: false }),
        ],
      },
    ],
  },
  {
    code: 'ADM',
    name: 'Administration',
    class: 'NONCHARGEABLE',
    children: [
      {
        code: 'OFF',
        name: 'Office',
        class: 'NONCHARGEABLE',
        children: [
          leaf('AD-VAC', 'Vacation', { class: 'NONCHARGEABLE', taxed: false }),
          leaf('AD-TRN', 'Training', { class: 'NONCHARGEABLE', taxed: false }),
        ],
      },
    ],
  },
];
