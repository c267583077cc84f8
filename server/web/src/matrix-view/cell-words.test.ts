import type { MatrixResponse } from '@waarborg/shared/api';
import { buildMatrix, indexDossier } from '@waarborg/shared/matrix';
import { describe, expect, it } from 'vitest';
import {
  type Cell,
  cellSentence,
  emptyInWords,
  stateOfColumn,
  strengthOf,
  strengthSteps,
} from './cell-words.ts';
import { smallDossier } from './small-dossier.ts';

const matrix = buildMatrix(indexDossier(smallDossier), {
  rows: 'safeguard',
  columns: 'impact',
  filters: {},
  language: 'nl',
});
function cellAt(row: string, column: string): Cell {
  const cell = matrix.cells.find((candidate) => candidate.row === row && candidate.column === column);
  if (!cell) throw new RangeError(`no cell ${row} → ${column}`);
  return structuredClone(cell) as Cell;
}

describe('cellSentence', () => {
  it('says everything that a cell shows', () => {
    expect(
      cellSentence('Voornemen → Werklast rechtspraak', cellAt('voornemen', 'court-workload'), 'nl'),
    ).toBe(
      'Voornemen → Werklast rechtspraak: 3 beweringen, 2 documenten, 3 sprekers; ' +
        '2 helpt, 1 schaadt, 0 geen gevolg, 0 zonder standpunt; omstreden, 2 tegen 1; 1 van 2 gelezen.',
    );
  });

  it('tells not read from nothing found', () => {
    expect(cellSentence('Tolk → Kosten', cellAt('interpreter', 'cost'), 'nl')).toBe(
      'Tolk → Kosten: niet gelezen; 0 van 2 gelezen.',
    );
    expect(cellSentence('Minors → Cost', cellAt('minors', 'cost'), 'en')).toBe(
      'Minors → Cost: 0 claims; read, nothing found; 1 of 2 read.',
    );
  });
});

describe('the total of a column', () => {
  it('tells a safeguard for which nobody read from one for which nothing was found', () => {
    const turned = buildMatrix(indexDossier(smallDossier), {
      ...{ rows: 'impact', columns: 'safeguard', filters: {}, language: 'nl' },
    });
    const states = ['voornemen', 'interpreter', 'minors'].map((safeguard) =>
      stateOfColumn(structuredClone(turned) as MatrixResponse, safeguard),
    );
    expect(states).toEqual(['evidence', 'not-read', 'nothing-found']);
  });
});

describe('strengthSteps', () => {
  it.each([0, 1, 2, 4, 5, 6, 17, 230, 100_000])('covers 1 to %i without gap or overlap', (max) => {
    const steps = strengthSteps(max);
    expect(steps.length).toBe(Math.min(max, 5));
    let next = 1;
    for (const { from, to } of steps) {
      expect(from).toBe(next);
      expect(to).toBeGreaterThanOrEqual(from);
      next = to + 1;
    }
    expect(next).toBe(max + 1);
  });

  it('gives a count its step, and nothing none', () => {
    const steps = strengthSteps(17);
    expect(strengthOf(0, steps)).toBe(0);
    expect(strengthOf(1, steps)).toBe(1);
    expect(strengthOf(17, steps)).toBe(5);
  });
});

describe('emptyInWords', () => {
  it('has its own words for nobody read, nothing found and nothing within the filter', () => {
    const words = (['not-read', 'nothing-found', 'evidence'] as const).map((state) =>
      emptyInWords(state, 'nl'),
    );
    expect(words).toEqual(['niet gelezen', 'gelezen, niets gevonden', 'niets binnen dit filter']);
  });
});
