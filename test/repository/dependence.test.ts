import { describe, expect, it } from 'vitest';
import { type Import, importsOf, listFiles, readSource } from './sources.ts';

const files = listFiles().filter((file) => /\.tsx?$/u.test(file) && !file.endsWith('.d.ts'));
const imports = files.flatMap((file) => importsOf(readSource(file)));
const isTest = (file: string) => /\.test\.tsx?$/u.test(file) || /\/testing(?:\/|\.ts)/u.test(file);
const product = imports.filter(({ from }) => !isTest(from) && !from.startsWith('test/'));

/** Imports as lines that say who imports what. */
function describeImports(found: readonly Import[]): string[] {
  return found.map(({ from, specifier }) => `${from} imports ${specifier}`);
}

/** The room of a file: `shared/anchoring`, `extension/page`, `server/documents`. */
function roomOf(file: string): string {
  const [area, folder = '', room = ''] = file.split('/');
  return folder === 'src' ? `${area}/${room}` : `${area}/${folder}`;
}

/** Libraries of file formats, which know neither the DOM nor Node. */
const formats = ['fflate', 'papaparse', 'read-excel-file/universal', 'saxes'];

const isPackage = ({ target }: Import) => target === undefined;

describe('the rules of dependence', () => {
  it('sees the imports of the project', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(product.some(({ target }) => target === 'shared/src/annotation/index.ts')).toBe(true);
  });

  it('shared imports nothing of ours, no DOM library and no Node', () => {
    const allowed = (found: Import) =>
      found.target?.startsWith('shared/') ||
      found.specifier === 'zod' ||
      (found.from.startsWith('shared/src/markdown/') && found.specifier === 'marked') ||
      (found.from.startsWith('shared/src/search/') && found.specifier === '@orama/stemmers/dutch') ||
      (/^shared\/src\/(?:exchange|imports|refi-qda)\//u.test(found.from) &&
        formats.includes(found.specifier)) ||
      (found.from.startsWith('shared/src/ui/') && found.specifier.startsWith('preact'));
    const wrong = product.filter(({ from }) => from.startsWith('shared/')).filter((found) => !allowed(found));
    expect(describeImports(wrong)).toEqual([]);
  });

  it('only the extension and the web pages use shared/ui', () => {
    const wrong = product
      .filter(({ target }) => target?.startsWith('shared/src/ui/'))
      .filter(({ from }) => !/^(?:shared\/src\/ui|extension|server\/web)\//u.test(from));
    expect(describeImports(wrong)).toEqual([]);
  });

  it('server and extension never import each other, and neither imports test', () => {
    const wrong = product.filter(({ from, target }) => {
      const area = from.split('/')[0];
      const other = target?.split('/')[0];
      return from.includes('/') && other !== undefined && other !== area && other !== 'shared';
    });
    expect(describeImports(wrong)).toEqual([]);
  });

  it('packages are entered by the subpaths in their exports', () => {
    // Benchmarks time the steps of engines and fit their weights: nobody else needs their insides.
    const isMeasuring = ({ from, target }: Import) =>
      from.startsWith('test/bench/') && /^shared\/src\/(?:anchoring|suggestions)\//u.test(target ?? '');
    const wrong = imports.filter(
      ({ from, specifier, target }) =>
        target?.includes('(not exported') ||
        (specifier.startsWith('.') && target?.split('/')[0] !== from.split('/')[0]),
    );
    expect(describeImports(wrong.filter((found) => found.from.includes('/') && !isMeasuring(found)))).toEqual(
      [],
    );
  });

  it('a folder with an index.ts is entered by it', () => {
    const folders = files
      .filter((file) => file.endsWith('/index.ts'))
      .map((file) => file.replace(/index\.ts$/u, ''))
      // The innermost folder of a file comes last.
      .toSorted((one, other) => one.length - other.length);
    const wrong = product.filter(({ from, target, specifier }) => {
      const folder = folders.filter((candidate) => target?.startsWith(candidate)).at(-1);
      return (
        folder &&
        // Catalogues are large: each is entered by itself.
        folder !== 'shared/src/messages/' &&
        !/\.css(?:\?|$)/u.test(specifier) &&
        !from.startsWith(folder) &&
        target !== `${folder}index.ts`
      );
    });
    expect(describeImports(wrong)).toEqual([]);
  });

  it('nothing imports in a circle', () => {
    const edges = Map.groupBy(
      product.filter(({ target, typeOnly }) => target !== undefined && !typeOnly),
      ({ from }) => from,
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]) => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      if (done.has(file) || way.includes(file)) return;
      for (const { target } of edges.get(file) ?? []) visit(target ?? '', [...way, file]);
      done.add(file);
    };
    for (const file of edges.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe('the layers of the server', () => {
  const server = product.filter(({ from }) => from.startsWith('server/src/'));
  const layerOf = (file: string) =>
    /\/(?:[\w-]*-)?(routes|service|store)\.ts$/u.exec(file)?.[1] ??
    (file.startsWith('server/src/database/') ? 'database' : undefined);

  it('only stores and the database know rows', () => {
    const wrong = server
      .filter(({ specifier }) => specifier === 'kysely' || specifier === 'better-sqlite3')
      .filter(({ from, typeOnly }) => !typeOnly && layerOf(from) !== 'store' && layerOf(from) !== 'database');
    expect(describeImports(wrong)).toEqual([]);
  });

  it('stores and services know no HTTP', () => {
    const wrong = server
      .filter(({ from }) => ['store', 'service', 'database'].includes(layerOf(from) ?? ''))
      .filter(
        ({ specifier, target }) => /^(?:hono|@hono\/)/u.test(specifier) || layerOf(target ?? '') === 'routes',
      );
    expect(describeImports(wrong)).toEqual([]);
  });

  it('only the commands read the environment', () => {
    const readers = files.filter(
      (file) =>
        file.startsWith('server/src/') && !isTest(file) && readSource(file).text.includes('process.env'),
    );
    expect(readers.filter((file) => !/^server\/src\/(?:serve|admin)\.ts$/u.test(file))).toEqual([]);
  });
});

describe('the layers of the extension', () => {
  /** Each room may import the rooms of lower layers, and of its own. */
  const layers: readonly (readonly string[])[] = [
    ['extension/messaging'],
    ['extension/page', 'extension/outbox'],
    ['extension/highlighting'],
    ['extension/tagging'],
    ['extension/agent', 'extension/sites', 'extension/connection'],
    ['extension/panel', 'extension/viewer', 'extension/welcome', 'extension/background'],
    ['extension/entrypoints'],
  ];
  const heightOf = (file: string) => layers.findIndex((rooms) => rooms.includes(roomOf(file)));

  it('puts every room on a layer', () => {
    const rooms = files.filter((file) => /^extension\/(?:src|entrypoints)\//u.test(file)).map(roomOf);
    expect([...new Set(rooms)].filter((room) => !layers.flat().includes(room))).toEqual([]);
  });

  it('imports downwards only', () => {
    const wrong = product
      .filter(
        (found) =>
          !isPackage(found) && found.from.startsWith('extension/') && found.target?.startsWith('extension/'),
      )
      .filter(({ from, target }) => {
        const other = target ?? '';
        return (
          heightOf(other) > heightOf(from) ||
          (heightOf(other) === heightOf(from) && roomOf(other) !== roomOf(from))
        );
      });
    expect(describeImports(wrong)).toEqual([]);
  });
});

describe('the rooms of the web pages', () => {
  /** The room of a file in a folder of the pages. */
  const webRoomOf = (file: string) => /^server\/web\/src\/([\w-]+)\//u.exec(file)?.[1];

  it('never import each other in a circle, not even for types', () => {
    const uses = new Map<string, Set<string>>();
    for (const { from, target } of product) {
      const [room, other] = [webRoomOf(from), webRoomOf(target ?? '')];
      if (room && other && room !== other) uses.set(room, (uses.get(room) ?? new Set()).add(other));
    }
    const reach = (room: string, met = new Set<string>()): Set<string> => {
      for (const other of uses.get(room) ?? []) if (!met.has(other)) reach(other, met.add(other));
      return met;
    };
    expect([...uses.keys()].filter((room) => reach(room).has(room))).toEqual([]);
  });
});
