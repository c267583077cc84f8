import type { Plugin } from 'vite';

const { pathname: helper } = new URL('src/api/lazily.ts', import.meta.url);

/** Whether a constant is a schema, or an object of schemas that others are made of. */
function isOfSchemas(name: string, initializer: string): boolean {
  if (name.endsWith('Fields')) return initializer === 'ObjectExpression';
  return name.endsWith('Schema') && initializer !== 'ArrowFunctionExpression';
}

/**
 * Has each schema (`const …Schema = …`) made when it is asked for, and not when its module is loaded: the modules that
 * pages share have a thousand of them, of which a page reads its answers by a few (ADR 71).
 */
export function lazySchemas(): Plugin {
  return {
    name: 'lazy-schemas',
    transform: {
      filter: { id: /\/(?:shared|web)\/src\/[^?]*\.tsx?$/u, code: /\b\w+(?:Schema|Fields) =/u },
      handler(code) {
        const edits: [at: number, text: string][] = [];
        for (const statement of this.parse(code).body) {
          const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
          if (declaration?.type !== 'VariableDeclaration') continue;
          for (const { id, init } of declaration.declarations) {
            if (!init || id.type !== 'Identifier' || !isOfSchemas(id.name, init.type)) continue;
            edits.push([init.start, 'lazily(() => ('], [init.end, '))']);
          }
        }
        if (edits.length === 0) return;
        const starts = edits.map(([at]) => at);
        const parts = edits.map(([at, text], index) => text + code.slice(at, starts[index + 1]));
        const changed = code.slice(0, starts[0]) + parts.join('');
        return { code: `import { lazily } from ${JSON.stringify(helper)};\n${changed}`, map: null };
      },
    },
  };
}
