/** The additions that are made often, as edits. What they leave to be said is marked `TODO`. */
import { HEALTH_GROUPS, RULES } from '../../../utils/checks/rules';
import { CannotAdd, type Edit } from './edits';

export const USAGE = `npm run new -- check NAME GROUP      a rule: file, test, words, group of the health report
npm run new -- flag NAME RULE        words of its own for a rule on a page of QuickBooks
npm run new -- request NAME TABLE    a request of a screen, in utils/messages/table/TABLE.ts
npm run new -- mapping NAME STEP     a kind of mapping, in the step codes, taxes or banks

Names are like lateFee, client.merge. Afterwards npm run test:core says what is still missing.`;

const LANGUAGES = ['en', 'fr'] as const;
const STEPS = ['codes', 'taxes', 'banks'];

/** Throws `CannotAdd` for what it does not know. */
export function additionOf(args: readonly string[]): readonly Edit[] {
  const [kind, name = '', where = ''] = args;
  switch (kind) {
    case 'check':
      return check(camel(name), where);
    case 'flag':
      return flag(camel(name), where);
    case 'request':
      return request(name, where);
    case 'mapping':
      return mapping(camel(name), where);
    default:
      throw new CannotAdd(USAGE);
  }
}

function camel(name: string): string {
  if (/^[a-z][a-zA-Z]+$/.test(name)) return name;
  throw new CannotAdd(`A name is like lateFee, not “${name}”.\n\n${USAGE}`);
}

/** `lateFee` as `late-fee`. */
function dashed(name: string): string {
  return name.replaceAll(/[A-Z.]/g, (letter) =>
    letter === '.' ? '-' : `-${letter.toLowerCase()}`,
  );
}

function oneOf(known: readonly string[], word: string): void {
  if (known.includes(word)) return;
  throw new CannotAdd(`“${word}” is none of ${known.join(', ')}.`);
}

/** One sentence in each language. `first`: the beginning of the line that it comes before. */
function sentences(file: string, first: string, id: string, values: string): Edit[] {
  return LANGUAGES.map((language) => ({
    file: `utils/wording/${language}/${file}`,
    before: `  '${first}`,
    insert: `  '${id}': 'TODO${values}',\n`,
  }));
}

function check(name: string, group: string): Edit[] {
  oneOf(HEALTH_GROUPS, group);
  const file = dashed(name);
  return [
    {
      file: `utils/checks/${file}.ts`,
      create: `import { phrase } from '../wording/phrase';
import type { Check, Finding } from './finding';

/** TODO: what it looks for, and where it is said that this stands in the way. */
export const ${name}: Check = ({ now, twinOfClient, excluded }) => {
  const findings: Finding[] = [];
  for (const client of now.qbo.clients.values()) {
    if (excluded('qbo', client.id)) continue;
    findings.push({
      rule: '${name}',
      severity: 'block',
      client: { qboId: client.id, tpsId: twinOfClient('qbo', client.id) },
      what: phrase('check.${name}', { client: client.name }),
      cause: phrase('cause.${name}', { client: client.name }),
      amountCents: null,
      subject: { side: 'qbo', kind: 'client', id: client.id },
    });
  }
  return findings;
};
`,
    },
    { file: 'utils/checks/rules.ts', before: '] as const;', insert: `  '${name}',\n` },
    {
      file: 'utils/checks/rules.ts',
      before: '};',
      insert: `  ${name}: { waysOut: ['exclude'], groups: ['${group}'], ownItems: false },\n`,
    },
    {
      file: 'utils/checks/all.ts',
      before: 'import { RULES',
      insert: `import { ${name} } from './${file}';\n`,
    },
    { file: 'utils/checks/all.ts', before: '};', insert: `  ${name},\n` },
    ...sentences('core.ts', 'check.', `check.${name}`, ' {client}'),
    ...sentences('core.ts', 'cause.', `cause.${name}`, ' {client}'),
    {
      file: `tests/unit/checks/${file}.test.ts`,
      create: `import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../utils/sync/plan/plan';
import { client, scene } from '../sync/make';

describe('${name}', () => {
  it('is found, and nothing else is', () => {
    const found = (records: Parameters<typeof scene>[0]) =>
      makePlan(scene(records)).findings.filter(({ rule }) => rule === '${name}');
    // TODO: a firm in which it is found, and its neighbour in which it is not.
    expect(found([client('qbo', '1')])).toMatchObject([{ what: { id: 'TODO' } }]);
  });
});
`,
    },
  ];
}

function flag(name: string, rule: string): Edit[] {
  oneOf(RULES, rule);
  return [
    {
      file: 'utils/views/flag-of.ts',
      before: '} as const satisfies Partial<Record<Rule, string>>;',
      insert: `  ${rule}: '${name}',\n`,
    },
    ...['', 'What', 'Advice'].flatMap((part) =>
      sentences('core.ts', 'flag.', `flag.${name}${part}`, part === 'What' ? ' {client}' : ''),
    ),
    {
      file: `tests/unit/views/${dashed(name)}-flag.test.ts`,
      create: `import { expect, it } from 'vitest';
import { flagOf } from '../../../utils/views/flag-of';
import { makePlan } from '../../../utils/sync/plan/plan';
import { client, scene } from '../sync/make';

it('the page of what ${rule} finds says so in words of its own', () => {
  // TODO: a firm in which it is found.
  const firm = scene([client('qbo', '1')]);
  const flag = flagOf(firm, makePlan(firm).findings, { type: 'customer', id: '1' });
  expect(flag?.label.id).toBe('flag.${name}');
});
`,
    },
  ];
}

function request(name: string, table: string): Edit[] {
  if (!/^[a-z]+\.[a-z][a-zA-Z]*$/.test(name)) {
    throw new CannotAdd(`A request is like client.merge, not “${name}”.\n\n${USAGE}`);
  }
  return [
    {
      file: `utils/messages/table/${table}.ts`,
      before: '} as const satisfies Table;',
      insert: `  /** TODO: what a person asks for by it. */
  '${name}': {
    from: ['page'],
    schema: z.object({}),
    reply: answers<null>(),
    // TODO: \`plan\` or \`books\` where it leads to a run; \`shares\` where others of the firm hear of it.
    writes: 'no',
  },
`,
    },
    {
      file: 'utils/worker/handlers.ts',
      before: "    'app.get':",
      insert: `    '${name}': async () => {\n      throw new Error('TODO');\n    },\n`,
    },
    {
      file: `tests/simulation/${dashed(name)}.test.ts`,
      create: `import { expect, it } from 'vitest';
import { officeSetUp } from './prepared';

it('${name} TODO: what comes of it', async () => {
  const office = await officeSetUp({ seed: 1, clients: 2, findings: 'none' });
  expect(await office.ask['${name}']({})).toBeNull();
});
`,
    },
  ];
}

function mapping(name: string, step: string): Edit[] {
  oneOf(STEPS, step);
  return [
    {
      file: 'utils/ledger/mappings.ts',
      replace: '] as const;\nexport type MappingKind',
      by: `, '${name}'] as const;\nexport type MappingKind`,
    },
    {
      file: 'utils/ledger/mappings.ts',
      before: '    method: make(),',
      insert: `    ${name}: make(),\n`,
    },
    {
      file: 'components/setup/mappings.ts',
      replace: `\n  ${step}: [`,
      by: `\n  ${step}: ['${name}', `,
    },
    {
      file: 'utils/mappings-file/set-up.ts',
      before: "    case 'method':",
      insert: `    case '${name}':\n      // TODO: the list of that side, as items.\n      return [];\n`,
    },
    {
      file: 'utils/views/setup-mappings.ts',
      before: "    method: both((side) => listOf(scene, side, 'methods')),",
      insert: `    // TODO: what can be chosen on each side.\n    ${name}: both(() => []),\n`,
    },
    ...sentences('screens/setup.ts', 'mapping.kind.code', `mapping.kind.${name}`, ''),
    ...['mapSheet', 'mapTps', 'mapQbo'].flatMap((word) =>
      sentences('mappings-file.ts', `excel.${word}.code`, `excel.${word}.${name}`, ''),
    ),
    {
      file: `tests/unit/views/setup-${dashed(name)}.test.ts`,
      create: `import { expect, it } from 'vitest';
import { mappingRows } from '../../../utils/views/setup-mappings';
import { scene } from '../sync/make';

it('each ${name} of TPS has a row', () => {
  // TODO: lists with some of them.
  expect(mappingRows(scene([])).filter(({ kind }) => kind === '${name}')).toHaveLength(1);
});
`,
    },
  ];
}
