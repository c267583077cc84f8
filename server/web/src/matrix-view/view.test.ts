import { describe, expect, it } from 'vitest';
import {
  cellPath,
  countFilters,
  exportSearch,
  type MatrixView,
  matrixPath,
  parseView,
  toggleFilter,
  viewSearch,
} from './view.ts';

const plain: MatrixView = { rows: 'safeguard', columns: 'impact', count: 'claims', filters: {} };

describe('the address of the matrix', () => {
  it('is empty for safeguards and impacts without filters', () => {
    expect(viewSearch(plain)).toBe('');
    expect(parseView('')).toEqual(plain);
  });

  it.each<[string, MatrixView]>([
    ['axes and count', { ...plain, rows: 'speaker', columns: 'month', count: 'documents' }],
    ['a cell', { ...plain, selection: { row: 'voornemen', column: 'cost' } }],
    ['a row total', { ...plain, selection: { row: 'voornemen' } }],
    ['a column total', { ...plain, selection: { column: 'none' } }],
    ['everything', { ...plain, selection: {} }],
    [
      'filters',
      {
        ...plain,
        filters: {
          speaker: ['a', 'b'],
          stance: ['helps'],
          measure: ['abolished'],
          from: '2025-10',
          q: 'drie weken',
        },
        selection: { row: 'art. I, onderdeel C & D', column: 'cost' },
      },
    ],
    [
      'order, folded groups and what is hidden',
      {
        ...plain,
        rowOrder: { isDescending: true, by: 'member', member: 'a:b' },
        columnOrder: { isDescending: false, by: 'total' },
        fold: ['the-interview', 'people'],
        hide: ['rows', 'columns'],
      },
    ],
    ['a comparison', { ...plain, filters: { to: '2025' }, compare: { from: '2026', speaker: ['a', 'b'] } }],
    [
      'a comparison with everything, and an open number of it',
      { ...plain, compare: {}, side: 'b', selection: { row: 'voornemen' } },
    ],
    ['the order of the reading', { ...plain, rowOrder: { isDescending: false, by: 'read' } }],
  ])('keeps %s', (_, view) => {
    expect(parseView(viewSearch(view))).toEqual(view);
  });

  it('leaves out what it does not understand', () => {
    expect(
      parseView(
        '?rows=weather&count=7&stance=angry&from=gisteren&q=%20&sortRows=up&fold=A%20b&hide=all&iets=anders',
      ),
    ).toEqual(plain);
  });
});

describe('exportSearch', () => {
  it('asks for a file that stands as the matrix does', () => {
    const search = '?count=speakers&sortRows=desc%3Acost&sortColumns=asc.total&fold=people&hide=rows';
    expect(`?${exportSearch(parseView(search))}`).toBe(
      search.replace('?', '?rows=safeguard&columns=impact&'),
    );
  });
});

describe('paths in the API', () => {
  const view = { ...plain, filters: { speaker: ['a', 'b'], q: 'één woord' } };

  it('repeat a filter for each value', () => {
    expect(matrixPath('voorbeeld', view)).toBe(
      '/dossiers/voorbeeld/matrix?rows=safeguard&columns=impact&speaker=a&speaker=b&q=%C3%A9%C3%A9n+woord',
    );
  });

  it('name the number that is asked about', () => {
    expect(cellPath('voorbeeld', plain, { row: 'voornemen' })).toBe(
      '/dossiers/voorbeeld/matrix/cell?rows=safeguard&columns=impact&row=voornemen',
    );
    expect(cellPath('voorbeeld', plain, { row: 'voornemen' }, { part: 'helps', cursor: 20 })).toBe(
      '/dossiers/voorbeeld/matrix/cell?rows=safeguard&columns=impact&row=voornemen&part=helps&cursor=20',
    );
  });
});

describe('toggleFilter', () => {
  it('adds a value and takes it away again', () => {
    const once = toggleFilter({ basis: ['norm'] }, 'basis', 'figure');
    expect(once).toEqual({ basis: ['norm', 'figure'] });
    expect(countFilters(once)).toBe(2);
    expect(toggleFilter(toggleFilter(once, 'basis', 'figure'), 'basis', 'norm')).toEqual({});
  });
});
