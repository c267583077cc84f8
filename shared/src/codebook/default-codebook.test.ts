import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { codebookSchema, maxShortLabelLength } from './concept.ts';
import { defaultCodebook } from './default-codebook.ts';

const { concepts, groups } = defaultCodebook;
const kinds = ['safeguard', 'impact'] as const;

describe('the default codebook', () => {
  it('is a valid codebook', () => {
    expect(codebookSchema.parse(defaultCodebook)).toEqual(defaultCodebook);
  });

  it('has 27 safeguards and 16 impacts', () => {
    expect(kinds.map((kind) => concepts.filter((concept) => concept.kind === kind).length)).toEqual([27, 16]);
  });

  it('gives every concept and every group an id of its own', () => {
    for (const entries of [concepts, groups]) {
      const ids = entries.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('lists the concepts group by group, leaves no group empty and mixes no kinds in one', () => {
    const groupsAsMet = [...new Set(concepts.map(({ kind, group }) => `${kind} ${group}`))];
    expect(groupsAsMet).toEqual(groups.map(({ kind, id }) => `${kind} ${id}`));
  });

  it.each(kinds)('gives every %s a short label that fits and that no other has', (kind) => {
    for (const language of ['nl', 'en'] as const) {
      const labels = concepts
        .filter((concept) => concept.kind === kind)
        .map((concept) => concept.shortLabel[language]);
      expect(labels.filter((label) => label === '' || label.length > maxShortLabelLength)).toEqual([]);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('defines a safeguard in sentences and an impact in a clause, in both languages', () => {
    for (const { id, kind, definition } of concepts) {
      for (const text of [definition.nl, definition.en]) {
        expect(text, id).toMatch(kind === 'safeguard' ? /^\p{Lu}.*\.\)?$/su : /^\p{Ll}.*[^.]$/su);
      }
    }
  });
});

const designPath = fileURLToPath(new URL('../../../../shared/design/codebook.md', import.meta.url));
const hasDesign = existsSync(designPath);
if (!hasDesign) {
  console.info(`The comparison with the design of the codebook is skipped: there is no ${designPath}.`);
}

describe.skipIf(!hasDesign)('the default codebook and its design', () => {
  const design = hasDesign ? readFileSync(designPath, 'utf8') : '';

  it.each(kinds)('agree on the ids, texts, legal bases and terms of every %s', (kind) => {
    const ours = concepts.filter((concept) => concept.kind === kind).map(toDesignRow);
    const byId = (a: DesignRow, b: DesignRow) => a.id.localeCompare(b.id);
    expect(ours.sort(byId)).toEqual(designRows(design, kind).sort(byId));
  });

  it.each(kinds)('agree on the groups of every %s and on their order', (kind) => {
    const ours = groups
      .filter((group) => group.kind === kind)
      .map(({ id, label }) => ({
        label: label.en.toLowerCase(),
        concepts: concepts.filter((concept) => concept.group === id).map((concept) => concept.id),
      }));
    expect(ours).toEqual(designGroups(design, kind));
  });
});

/** A row of a table of the design, by the headings of its columns. */
interface DesignRow {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
  readonly definition: string;
  /** `–` or absent: none. */
  readonly legalBasis: string | undefined;
  readonly terms: string;
}

function toDesignRow(concept: (typeof concepts)[number]): DesignRow {
  return {
    id: concept.id,
    nl: concept.label.nl,
    en: concept.label.en,
    definition: concept.definition.en,
    legalBasis: concept.legalBasis,
    terms: concept.terms.join(', '),
  };
}

/** The part of the design about one kind: the text under its heading. */
function designSection(design: string, kind: (typeof kinds)[number]): string {
  const heading = kind === 'safeguard' ? '## Safeguards' : '## Impacts';
  const section = design.split(/^(?=## )/m).find((part) => part.startsWith(heading));
  if (section === undefined) throw new Error(`The design has no part "${heading}".`);
  return section;
}

function designRows(design: string, kind: (typeof kinds)[number]): DesignRow[] {
  const [headings = [], , ...rows] = designSection(design, kind)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return rows.map((cells) => {
    const cell = (heading: string) => cells[headings.indexOf(heading)] ?? '';
    const legalBasis = cell('legal basis');
    return {
      id: cell('id'),
      nl: cell('Nederlands'),
      en: cell('English'),
      definition: cell(kind === 'safeguard' ? 'definition' : 'favourable means').replaceAll('`', ''),
      legalBasis: legalBasis === '–' || legalBasis === '' ? undefined : legalBasis,
      terms: cell('terms'),
    };
  });
}

function designGroups(design: string, kind: (typeof kinds)[number]) {
  const line = designSection(design, kind).match(/^Groups.*$/m)?.[0] ?? '';
  return [...line.matchAll(/\*\*(.+?)\*\* \((.+?)\)/g)].map(([, label = '', ids = '']) => ({
    label: label.toLowerCase(),
    concepts: ids.split(', '),
  }));
}
