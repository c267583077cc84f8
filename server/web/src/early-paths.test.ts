import { readWholeList } from '@waarborg/shared/api';
import { describe, expect, it } from 'vitest';
import { earlyPaths } from './early-paths.ts';
import { articlesPath, matrixPath, parseView } from './matrix-view/view.ts';
import { parseRoute } from './routing/route.ts';

describe('earlyPaths', () => {
  const matrix = parseRoute('/dossiers/voorbeeld');

  it.each(['', '?row=voornemen&column=cost', '?open=all&count=speakers', '?hide=rows&sortRows=desc.total'])(
    'are what the matrix asks for at "%s"',
    (search) => {
      expect(earlyPaths(matrix, search)[1]).toBe(matrixPath('voorbeeld', parseView(search)));
    },
  );

  it('leaves a view with filters, other axes, folded groups or a second side to its page', () => {
    for (const search of ['?stance=helps', '?rows=speaker', '?fold=the-decision', '?vs=']) {
      expect(earlyPaths(matrix, search).filter((path) => path.includes('/matrix'))).toEqual([]);
    }
  });

  it('asks for the dossiers as every page of a dossier does, and for nothing where there is none', async () => {
    const asked: string[] = [];
    await readWholeList('/dossiers', async (path) => {
      asked.push(path);
      return { next: undefined };
    });
    expect(earlyPaths(parseRoute('/dossiers/voorbeeld/zoeken'), '')).toEqual([...asked, '/sign-in-ways']);
    expect(earlyPaths(parseRoute('/aanmelden'), '')).toEqual([]);
  });

  it('are what the pictures and the articles are drawn from, unless the address chooses', () => {
    const pictures = [
      { rows: 'safeguard', columns: 'impact', filters: {} },
      { rows: 'month', columns: 'safeguard', filters: {} },
      { rows: 'speaker', columns: 'safeguard', filters: {} },
    ] as const;
    const early = (part: string, search = '') =>
      earlyPaths(parseRoute(`/dossiers/voorbeeld/${part}`), search);
    expect(early('grafieken').slice(3)).toEqual(pictures.map((view) => matrixPath('voorbeeld', view)));
    expect(early('artikelen')).toContain(articlesPath('voorbeeld', {}));
    expect(early('grafieken', '?stance=helps').slice(3)).toEqual([]);
  });

  it('are what the documents of a dossier and those who read them are asked by', () => {
    const early = earlyPaths(parseRoute('/dossiers/voorbeeld/documenten'), '?document=x');
    for (const rows of ['document', 'reviewer'] as const)
      expect(early).toContain(matrixPath('voorbeeld', { rows, columns: 'stage', filters: {} }));
  });
});
