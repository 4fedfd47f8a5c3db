/** The sources as the tests of the house see them: what they import, what they touch, how long they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseAst } from 'vite';

/** What a pure function has no business with. */
export type Effect =
  | 'browser'
  | 'clock'
  | 'console'
  | 'database'
  | 'digest'
  | 'dom'
  | 'language'
  | 'network'
  | 'process'
  | 'random'
  | 'timer';

export interface Import {
  /** A file of ours, from the top of the repository; else the name of a package. */
  readonly to: string;
  readonly own: boolean;
  /** Gone once it is compiled. */
  readonly typeOnly: boolean;
}

export interface LongFunction {
  readonly name: string;
  readonly lines: number;
}

export interface Source {
  readonly file: string;
  readonly imports: readonly Import[];
  readonly effects: ReadonlySet<Effect>;
  readonly functions: readonly LongFunction[];
}

const FOLDERS = ['utils', 'components', 'entrypoints'];
const ENDS = ['', '.ts', '.tsx', '/index.ts'];

/** Every source of the extension; paths from the top of the repository. */
export function allSources(): Source[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
  const known = new Set(files);
  return files.map((file) => sourceOf(file, readFileSync(file, 'utf8'), known));
}

/** One source. `known`: the files that a relative import can mean; another one stays as it is written. */
export function sourceOf(file: string, text: string, known: ReadonlySet<string>): Source {
  const reader = new Reader(file, text, known);
  reader.read(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }));
  const { imports, effects, functions } = reader;
  return { file, imports, effects, functions };
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const GLOBALS: Readonly<Record<string, Effect>> = {
  console: 'console',
  document: 'dom',
  fetch: 'network',
  history: 'dom',
  indexedDB: 'database',
  localStorage: 'dom',
  location: 'dom',
  navigator: 'dom',
  performance: 'clock',
  process: 'process',
  queueMicrotask: 'timer',
  requestAnimationFrame: 'timer',
  requestIdleCallback: 'timer',
  sessionStorage: 'dom',
  setInterval: 'timer',
  setTimeout: 'timer',
  WebSocket: 'network',
  window: 'dom',
  XMLHttpRequest: 'network',
};
const MEMBERS: Readonly<Record<string, Effect>> = {
  'Date.now': 'clock',
  'Math.random': 'random',
  'crypto.getRandomValues': 'random',
  'crypto.randomUUID': 'random',
  'crypto.subtle': 'digest',
};
/** Without a language they sort and write as the computer at hand does; place of the language. */
const NEEDS_LANGUAGE: Readonly<Record<string, number>> = {
  localeCompare: 1,
  toLocaleString: 0,
  toLocaleDateString: 0,
  toLocaleTimeString: 0,
};
const PACKAGES: Readonly<Record<string, Effect>> = { 'wxt/browser': 'browser', dexie: 'database' };

/** Type annotations are no code; these hold some all the same. */
const HOLD_CODE = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSParameterProperty',
]);
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

class Reader {
  readonly imports: Import[] = [];
  readonly effects = new Set<Effect>();
  readonly functions: LongFunction[] = [];
  /** Names that the file itself gives to something; they mean no global. */
  readonly #bound = new Set<string>();
  readonly #mentioned = new Map<string, Effect>();

  constructor(
    private readonly file: string,
    private readonly text: string,
    private readonly known: ReadonlySet<string>,
  ) {}

  read(program: unknown): void {
    this.#visit(program, null, '');
    for (const [name, effect] of this.#mentioned) {
      if (!this.#bound.has(name)) this.effects.add(effect);
    }
  }

  #visit(value: unknown, parent: Node | null, name: string): void {
    if (Array.isArray(value)) {
      for (const one of value) this.#visit(one, parent, name);
      return;
    }
    if (!isNode(value)) return;
    this.#note(value, parent, name);
    if (value.type.startsWith('TS') && !HOLD_CODE.has(value.type)) {
      this.#typeImports(value);
      return;
    }
    const called = nameOf(value) ?? (FUNCTIONS.has(value.type) ? '' : name);
    for (const [key, below] of Object.entries(value)) {
      if (key !== 'parent' && isCode(value, key)) this.#visit(below, value, called);
      else this.#typeImports(below);
    }
  }

  #note(node: Node, parent: Node | null, name: string): void {
    switch (node.type) {
      case 'ImportDeclaration':
        this.#import(node, isTypeOnly(node));
        for (const one of listOf(node.specifiers)) this.#bind(one.local);
        return;
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (node.source) this.#import(node, node.exportKind === 'type');
        return;
      case 'ImportExpression':
        this.#import(node, false);
        return;
      case 'VariableDeclarator':
        this.#bind(node.id);
        return;
      case 'NewExpression':
        if (isNamed(node.callee, 'Date') && listOf(node.arguments).length === 0) {
          this.effects.add('clock');
        }
        return;
      case 'CallExpression':
        this.#call(node);
        return;
      case 'MemberExpression': {
        const { object, property } = node;
        if (isIdentifier(object) && isIdentifier(property)) {
          const effect = MEMBERS[`${object.name}.${property.name}`];
          if (effect) this.effects.add(effect);
        }
        return;
      }
      case 'Identifier':
        if (parent && typeof node.name === 'string') this.#mention(node.name);
        return;
      default:
        if (FUNCTIONS.has(node.type)) this.#function(node, name);
    }
  }

  #mention(name: string): void {
    const effect = GLOBALS[name];
    if (effect && Object.hasOwn(GLOBALS, name)) this.#mentioned.set(name, effect);
  }

  #call({ callee, arguments: given }: Node): void {
    if (!isNode(callee) || callee.type !== 'MemberExpression' || !isIdentifier(callee.property)) {
      return;
    }
    const { name } = callee.property;
    if (!Object.hasOwn(NEEDS_LANGUAGE, name)) return;
    if (listOf(given).length <= (NEEDS_LANGUAGE[name] ?? 0)) this.effects.add('language');
  }

  #function(node: Node, name: string): void {
    for (const one of listOf(node.params)) this.#bind(one);
    if (isIdentifier(node.id)) this.#bound.add(node.id.name);
    const lines = this.text.slice(node.start, node.end).split('\n').length;
    const own = isIdentifier(node.id) ? node.id.name : name;
    this.functions.push({ name: own || 'a function without a name', lines });
  }

  #import(node: Node, typeOnly: boolean): void {
    const { source } = node;
    if (!isNode(source) || typeof source.value !== 'string') return;
    this.#noteImport(source.value.replace(/\?.*$/, ''), typeOnly);
  }

  #noteImport(written: string, typeOnly: boolean): void {
    if (!written.startsWith('.')) {
      const effect = PACKAGES[written];
      if (effect && !typeOnly) this.effects.add(effect);
      this.imports.push({ to: written, own: false, typeOnly });
      return;
    }
    const base = normalize(join(dirname(this.file), written));
    const to = ENDS.map((end) => `${base}${end}`).find((one) => this.known.has(one)) ?? base;
    this.imports.push({ to, own: true, typeOnly });
  }

  /** `typeof import('…')` within types. */
  #typeImports(value: unknown): void {
    if (Array.isArray(value)) for (const one of value) this.#typeImports(one);
    if (!isNode(value)) return;
    if (value.type === 'TSImportType' && isNode(value.source)) {
      const { value: written } = value.source;
      if (typeof written === 'string') this.#noteImport(written, true);
    }
    for (const [key, below] of Object.entries(value))
      if (key !== 'parent') this.#typeImports(below);
  }

  /** Every name in a pattern. */
  #bind(pattern: unknown): void {
    if (Array.isArray(pattern)) for (const one of pattern) this.#bind(one);
    if (!isNode(pattern)) return;
    if (isIdentifier(pattern)) this.#bound.add(pattern.name);
    for (const key of ['elements', 'argument', 'left', 'value', 'parameter'])
      this.#bind(pattern[key]);
    if (pattern.type === 'ObjectPattern') this.#bind(pattern.properties);
  }
}

/** What a property, a variable or a method calls the function in it. */
function nameOf(node: Node): string | null {
  const named = node.type === 'VariableDeclarator' ? node.id : node.key;
  if (!isNode(named)) return null;
  if (
    node.type !== 'VariableDeclarator' &&
    !/^(Property|MethodDefinition|PropertyDefinition)$/.test(node.type)
  ) {
    return null;
  }
  return typeof named.name === 'string' ? named.name : null;
}

/** Not the name of a member, and not a type. */
function isCode(node: Node, key: string): boolean {
  if (
    /^(typeAnnotation|typeParameters|typeArguments|returnType|superTypeArguments|implements)$/.test(
      key,
    )
  ) {
    return false;
  }
  if (node.type === 'MemberExpression' && key === 'property') return node.computed === true;
  if (/^(Property|MethodDefinition|PropertyDefinition)$/.test(node.type) && key === 'key') {
    return node.computed === true;
  }
  return !/^(ImportSpecifier|ImportDefaultSpecifier|ExportSpecifier)$/.test(node.type);
}

function isTypeOnly(node: Node): boolean {
  if (node.importKind === 'type') return true;
  const named = listOf(node.specifiers);
  return named.length > 0 && named.every(({ importKind }) => importKind === 'type');
}

function isNamed(value: unknown, name: string): boolean {
  return isIdentifier(value) && value.name === name;
}

function isIdentifier(value: unknown): value is Node & { readonly name: string } {
  return isNode(value) && value.type === 'Identifier' && typeof value.name === 'string';
}

function listOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}
