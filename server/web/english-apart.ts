import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ESTree, Plugin, Rolldown } from 'vite';

const { pathname: loader } = new URL('src/language/english.ts', import.meta.url);
const { pathname: folder } = new URL('../../shared/src/messages', import.meta.url);
const allTexts = 'english-texts';
const query = '?english';

/** What the extension and the server's own programs say: no page has these catalogues. */
const notOfPages = [
  'admin',
  'environment',
  'extension',
  'panel',
  'passage',
  'server',
  'suggestions',
  'tagging',
  'upkeep',
  'viewer',
  'welcome',
];

/** What `loader` is while the English texts stand apart. */
const loading = `
  const texts = new Map();
  let loaded;
  export const withEnglishApart = (key, nl) => ({
    nl,
    get en() {
      if (!texts.has(key)) throw new Error(\`The English texts of \${key} were not asked for.\`);
      return texts.get(key);
    },
  });
  const load = async () => {
    const { default: english } = await import('${allTexts}');
    for (const [key, en] of english) texts.set(key, en);
  };
  export const loadEnglish = () => {
    loaded ??= load().catch((error) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
`;

const nameOf = (id: string) => path.parse(id).name;

/** Modules whose catalogues the file of English texts has. */
function listModules(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !notOfPages.includes(nameOf(file)))
    .map((file) => path.join(folder, file))
    .filter((id) => readFileSync(id, 'utf8').includes(' = defineCatalogue('));
}

/** A catalogue: the constant, and its call with the Dutch and the English texts. */
interface Declared {
  readonly name: string;
  readonly call: ESTree.CallExpression;
  readonly nl: ESTree.Argument;
  readonly en: ESTree.Argument;
}

/** @throws {Error} where the module declares a catalogue otherwise than as a constant of its own. */
function findCatalogues({ body }: ESTree.Program, code: string, id: string): Declared[] {
  const found = body.flatMap((statement): Declared[] => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ id: constant, init: call }) => {
      if (constant.type !== 'Identifier' || call?.type !== 'CallExpression') return [];
      const [nl, en] = call.arguments;
      const isOne = call.callee.type === 'Identifier' && call.callee.name === 'defineCatalogue';
      return isOne && nl && en ? [{ name: constant.name, call, nl, en }] : [];
    });
  });
  if (found.length !== code.split('defineCatalogue(').length - 1)
    throw new Error(`${id} declares a catalogue otherwise than this build knows.`);
  return found;
}

/** Writes another expression in the place of each call. */
function replaceCalls(
  code: string,
  catalogues: readonly Declared[],
  write: (catalogue: Declared, text: (part: ESTree.Argument) => string) => string,
): string {
  const text = ({ start, end }: ESTree.Argument) => code.slice(start, end);
  let from = 0;
  const parts = catalogues.flatMap((catalogue) => {
    const before = code.slice(from, catalogue.call.start);
    from = catalogue.call.end;
    return [before, write(catalogue, text)];
  });
  return [...parts, code.slice(from)].join('');
}

/** Modules that stand in the files of a build, by id. */
function writtenModules(bundle: Rolldown.OutputBundle): Set<string> {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
  return new Set(modules.filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => id));
}

/**
 * Puts the English texts of all pages in a file of their own, which `loadEnglish` brings; the Dutch ones stay with the
 * pages that say them (ADR 83).
 *
 * @throws {Error} at the end of a build in which a page has a catalogue without its English texts, or the file has one
 *   that no page has.
 */
export function englishApart(): Plugin {
  const seen = new Set<string>();
  return {
    name: 'english-apart',
    apply: 'build',
    resolveId: { filter: { id: /^english-texts$/u }, handler: (id) => id },
    load: {
      filter: { id: /^english-texts$|\/language\/english\.ts$/u },
      handler(id) {
        if (id === loader) return loading;
        const imports = listModules().map((module, at) => `import e${at} from '${module}${query}';`);
        return `${imports.join('\n')}\nexport default [${imports.map((_, at) => `...e${at}`).join()}];`;
      },
    },
    transform: {
      filter: { id: new RegExp(`^${folder}/[^?]*\\.ts(?:\\${query})?$`, 'u'), code: ' = defineCatalogue(' },
      handler(code, id) {
        seen.add(id.replace(query, ''));
        const catalogues = findCatalogues(this.parse(code), code, id);
        const key = ({ name }: Declared) => JSON.stringify(`${nameOf(id)}.${name}`);
        if (id.endsWith(query)) {
          const texts = catalogues.map((one) => `[${key(one)}, ${one.name}]`);
          const changed = replaceCalls(code, catalogues, ({ en }, text) => `(${text(en)})`);
          return { code: `${changed}\nexport default [${texts.join()}];`, map: null };
        }
        const changed = replaceCalls(
          code,
          catalogues,
          (one, text) => `/* @__PURE__ */ withEnglishApart(${key(one)}, ${text(one.nl)})`,
        );
        return { code: `import { withEnglishApart } from '${loader}';\n${changed}`, map: null };
      },
    },
    generateBundle(_options, bundle) {
      const written = writtenModules(bundle);
      const odd = [...seen].filter((id) => written.has(id) !== written.has(id + query)).map(nameOf);
      if (odd.length > 0)
        throw new Error(`English texts that no page has, or Dutch ones alone: ${odd.join()}.`);
    },
  };
}
