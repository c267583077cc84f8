import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, Coding } from '../annotation/index.ts';
import { bases, directions, measures, stages } from '../annotation/index.ts';
import { defaultCodebook } from '../codebook/index.ts';
import { codingTable, createDossierWords, csvSeparators, writeCsv } from '../exchange/index.ts';
import {
  applyChoices,
  choiceKey,
  guessColumns,
  listUnknownWords,
  planRows,
  type RowPlan,
  readSheets,
} from './index.ts';
import { context, id, ind, paper, vocabulary } from './testing.ts';

const plan = (rows: string[][]) => planRows(rows, guessColumns(rows, vocabulary), context);

describe('a table of a team', () => {
  it('says how many rows repeat an earlier one, which count as one coding', () => {
    const row = ['Een lang citaat', 'Voornemen', 'IND', 'Brief'];
    const other = ['Een lang citaat', 'Voornemen', 'COA', 'Brief'];
    const planned = plan([['Citaat', 'Waarborg', 'Actor', 'Document'], row, other, row]);
    expect(planned).toMatchObject({ rows: 3, repeated: 1, codings: 2, annotations: [{}] });
  });

  it('knows a document by the ECLI or the Kamerstuk that is its title', () => {
    const titles = [
      'Kamerstukken II 2024/25, 36704, nr. 11',
      'ECLI:NL:RVS:2015:1780, Raad van State',
      'Reactie op Kamerstukken II 2024/25, 36704, nr. 11',
    ];
    const rows = titles.map((title) => ['Een lang citaat', 'Voornemen', 'IND', title]);
    const { documents, annotations } = plan([['Citaat', 'Waarborg', 'Actor', 'Document'], ...rows]);
    expect(annotations[0]?.document).toBe(paper.id);
    expect(documents).toMatchObject([
      { sourceType: 'court-ruling', identifiers: [{ scheme: 'ecli', value: 'ECLI:NL:RVS:2015:1780' }] },
      { sourceType: 'other', identifiers: [] },
    ]);
  });

  it('takes the page from its column or from the reference, and an address or a title from where it stands', () => {
    const { annotations, documents, refused } = plan([
      ['Passage', 'Vindplaats', 'Blz.'],
      ['een', 'Kamerstukken II 2024/25, 36704, nr. 11, p. 5-6', ''],
      ['twee', 'Kamerstukken II 2024/25, 36704, nr. 11', 'p. 12-13'],
      ['drie', 'kst-36704-11', 'vooraan'],
      ['vier', 'Brief aan de Kamer', ''],
      ['vijf', 'https://example.org/stuk.html', ''],
    ]);
    expect(annotations.map(({ document, ranges: [range] }) => [document === paper.id, range?.page])).toEqual([
      [true, 5],
      [true, 12],
      [false, undefined],
      [false, undefined],
    ]);
    expect(documents).toMatchObject([
      { title: 'Brief aan de Kamer', addresses: [] },
      { addresses: [{ address: 'https://example.org/stuk.html' }] },
    ]);
    expect(refused).toEqual([{ row: 4, problem: 'not-a-number', field: 'page', value: 'vooraan' }]);
  });

  it.each(['Vindplaats', 'Kenmerk'])(
    'names a new document as it is cited in %s, without the page of one of its passages',
    (head) => {
      const { documents, annotations } = plan([
        ['Citaat', head],
        ['een', 'Kamerstukken II 2024/25, 36704, nr. 3, p. 5-6'],
        ['twee', 'Kamerstukken II 2024/25, 36704, nr. 3, blz. 12 en 13'],
        ['drie', 'kst-36704-5'],
      ]);
      expect(documents.map(({ title }) => title)).toEqual([
        'Kamerstukken II 2024/25, 36704, nr. 3',
        'kst-36704-5',
      ]);
      expect(annotations.map(({ ranges: [range] }) => range?.page)).toEqual([5, 12, undefined]);
    },
  );

  it('knows a Kamerstuk by its number alone, and says of which rows the identifier cannot be read', () => {
    const rows = (head: string) => [
      ['Citaat', 'Waarborg', 'Spreker', 'Titel', head],
      ['een', 'Voornemen', 'IND', 'Nota', '36704, nr. 3'],
      ['twee', 'Voornemen', 'IND', 'Nota', '36 704 nr 5'],
      ['drie', 'Voornemen', 'IND', 'Nota', '36704-7'],
      ['vier', 'Voornemen', 'IND', 'Brief', '36704'],
      ['vier a', 'Voornemen', 'IND', 'Brief', 'brief'],
      ['vijf', 'Voornemen', 'IND', 'Stuk', '36704, nr. 11, p. 4'],
    ];
    const valuesOf = ({ documents }: RowPlan) =>
      documents.map(({ identifiers: [one] }) => one?.value ?? 'none');
    const numbered = plan(rows('Kamerstuk'));
    expect(valuesOf(numbered)).toEqual(['kst-36704-3', 'kst-36704-5', 'kst-36704-7', 'none']);
    expect(numbered.annotations.at(-1)).toMatchObject({ document: paper.id, ranges: [{ page: 4 }] });
    expect(numbered.gaps.identifier).toBe(1);
    const other = plan(rows('Kenmerk'));
    expect(valuesOf(other)).toEqual(['kst-36704-3', 'kst-36704-5', 'none']);
    expect(other.gaps.identifier).toBe(2);
  });

  it('is a coding for each safeguard, impact and speaker that a cell lists', () => {
    const { annotations, refused, newSpeakers, rows } = plan([
      ['Citaat', 'Waarborg', 'Gevolg', 'Richting', 'Spreker', 'Kenmerk'],
      ['een', 'Voornemen; Rechtsbijstand', 'Kosten, doorlooptijd', '+', 'IND', 'kst-36704-11'],
      ['twee', 'Voornemen\nVoornemen', '', '-', 'IND; Raad voor de rechtspraak', 'kst-36704-11'],
      ['drie', 'Voornemen; Zienswijzeding', 'Kosten', '+', 'IND', 'kst-36704-11'],
      ['vier', 'Voornemen', 'Kosten en baten', '+', 'IND', 'kst-36704-11'],
    ]);
    const said = annotations.map(({ codings }) =>
      codings.map(({ safeguard, impact, speaker }) => [safeguard, impact ?? '', speaker].join(' ')),
    );
    expect(said).toEqual([
      ['voornemen cost IND', 'voornemen duration IND', 'legal-aid cost IND', 'legal-aid duration IND'],
      ['voornemen  IND', 'voornemen  Raad voor de rechtspraak'],
    ]);
    expect(rows).toBe(2);
    expect(newSpeakers).toEqual(['Raad voor de rechtspraak']);
    expect(refused).toMatchObject([
      { row: 4, problem: 'unknown-value', value: 'Voornemen; Zienswijzeding' },
      { row: 5, problem: 'unknown-value', value: 'Kosten en baten' },
    ]);
  });

  it('becomes passages of documents that are known by identifier, and of new ones', () => {
    const planned = plan([
      ['Citaat', 'Waarborg', 'Gevolg', 'Richting', 'Spreker', 'Kenmerk', 'Bedrag', 'Eenheid'],
      [
        'Het scheelt geld.',
        'voornemen',
        'Kosten',
        'positief',
        'IND',
        'Kamerstukken II 2024/25, 36704, nr. 11',
        '€ 660.000',
        'EUR',
      ],
      ['Het scheelt geld.', 'Rechtsbijstand', 'Kosten', '+', 'Immigratiedienst', 'kst-36704-11', '', ''],
      ['Beroep slaagt.', 'judicial-review', '', '', 'Rechtbank', 'ECLI:NL:RBDHA:2022:6122', '', ''],
    ]);
    expect(planned.refused).toEqual([]);
    expect(planned).toMatchObject({ knownDocuments: 1, codings: 3, newSpeakers: ['Rechtbank'] });
    expect(planned.documents).toMatchObject([
      { sourceType: 'court-ruling', title: 'ECLI:NL:RBDHA:2022:6122' },
    ]);
    const [first, second] = planned.annotations;
    expect(first).toMatchObject({ document: paper.id, source: paper.addresses[0]?.address });
    expect(first?.codings).toMatchObject([
      {
        safeguard: 'voornemen',
        impact: 'cost',
        direction: 'favourable',
        quantity: { value: 660_000, unit: 'EUR' },
      },
      { safeguard: 'legal-aid', direction: 'favourable', basis: 'position' },
    ]);
    expect(second?.codings).toMatchObject([{ direction: 'unclear', speaker: 'Rechtbank' }]);
    expect(second?.codings[0]?.impact).toBeUndefined();
  });

  it('reads an amount with its unit and span from one cell or from several, and says which cannot be read', () => {
    const head = ['Citaat', 'Waarborg', 'Kamerstuk', 'Bedrag', 'Eenheid', 'Periode'];
    const amount = (number: number, ...cells: string[]) =>
      [`Citaat ${number}`, 'Voornemen', 'kst-36704-11', ...cells] as string[];
    const { annotations, refused } = plan([
      head,
      amount(1, '€ 660.000 tot € 800.000 per jaar', '', ''),
      amount(2, '12,5%', '', ''),
      amount(3, '1.500,50', 'euro', 'per jaar'),
      amount(4, 'EUR 500,-', '', 'maandelijks'),
      amount(5, '0.125', 'fte', ''),
      amount(6, '3', 'fte', 'soms'),
      amount(7, '9007199254740993', 'EUR', ''),
    ]);
    expect(annotations.map(({ codings: [coding] }) => coding?.quantity)).toEqual([
      { value: 660_000, to: 800_000, unit: 'EUR', period: 'P1Y' },
      { value: 12.5, unit: '%' },
      { value: 1_500.5, unit: 'EUR', period: 'P1Y' },
      { value: 500, unit: 'EUR', period: 'P1M' },
      { value: 0.125, unit: 'fte' },
    ]);
    expect(refused).toEqual([
      { row: 7, problem: 'not-allowed', field: 'period', value: 'soms' },
      { row: 8, problem: 'not-allowed', field: 'quantity', value: '9007199254740993' },
    ]);
  });

  it('keeps an amount without a unit, or in other words, as a note, and says of which rows it had to guess the century', () => {
    const head = ['Citaat', 'Waarborg', 'Titel', 'Spreker', 'Datum', 'Aantal', 'Tot', 'Opmerking'];
    const { annotations, documents, gaps, refused } = plan([
      head,
      ['Een', 'Voornemen', 'Brief', 'IND', '12-5-26', '3', '4', 'Zie bijlage'],
      ['Een', 'Voornemen', 'Brief', 'IND', '12-5-26', '3', '4', 'Zie bijlage'],
      ['Twee', 'Voornemen', 'Brief', 'IND', '12-5-26', '3 fte', '', ''],
      ['Drie', 'Voornemen', 'Brief', 'IND', '', 'ca. 40', '', ''],
    ]);
    expect(refused).toEqual([]);
    expect(documents).toMatchObject([{ date: '2026-05-12' }]);
    expect(annotations.map(({ note, codings: [coding] }) => [note, coding?.quantity])).toEqual([
      ['Zie bijlage\nAantal: 3; Tot: 4', undefined],
      [undefined, { value: 3, unit: 'fte' }],
      ['Aantal: ca. 40', undefined],
    ]);
    expect(gaps).toMatchObject({ unit: 3, century: 3 });
  });

  it('counts what rows that come in do not say', () => {
    const head = ['Citaat', 'Waarborg', 'Wat gebeurt er', 'Gevolg', 'Richting', 'Grondslag', 'Kamerstuk'];
    const at = 'kst-36704-11';
    const { rows, gaps } = plan([
      head,
      ['Een', 'Voornemen', 'afgeschaft', 'Kosten', 'gunstig', 'cijfer', at],
      ['Twee', 'Voornemen', '', 'Kosten', 'gunstig', '', at],
      ['Drie', 'Voornemen', 'afgeschaft', '', '', 'cijfer', at],
      ['Vier', '', '', '', '', '', at],
      ['', 'Voornemen', '', '', '', '', at],
    ]);
    expect({ rows, gaps }).toEqual({
      rows: 4,
      gaps: {
        coding: 1,
        stance: 2,
        measure: 1,
        direction: 1,
        impact: 1,
        basis: 1,
        identifier: 0,
        document: 0,
        unit: 0,
        century: 0,
      },
    });
  });

  it('leaves out rows for a reason, and says which', () => {
    const { refused, annotations } = plan([
      ['Citaat', 'Waarborg', 'Datum', 'Titel', 'Spreker', 'Hoeveelheid', 'Eenheid'],
      ['', 'voornemen', '', 'Nota', '', '', ''],
      ['x', 'voornemen', '', '', 'IND', '', ''],
      ['x', 'Iets anders', '', 'Nota', '', '', ''],
      ['x', 'voornemen', '31-02-2026', 'Nieuw', 'IND', '', ''],
      ['x', 'voornemen', '', 'Ander stuk', '', '', ''],
      ['goed', 'voornemen', '', 'nota', '', '', ''],
      ['x'.repeat(5_000_000), 'voornemen', '', 'Nota', '', '', ''],
      ['y', 'voornemen', '', 'Nota', 'z'.repeat(500), '', ''],
      ['x', 'voornemen', '31-02-2026', 'Nota', 'IND', '', ''],
      ['ook goed', 'voornemen', '12-05-2026', 'Brief', 'IND', '', ''],
      ['x', 'voornemen', '31-02-2026', 'Brief', 'IND', '', ''],
    ]);
    expect(refused.map(({ row, problem, field }) => [row, problem, field])).toEqual([
      [2, 'no-quote', 'quote'],
      [3, 'no-document', 'document'],
      [4, 'unknown-value', 'safeguard'],
      [5, 'not-a-date', 'date'],
      [6, 'no-speaker', 'speaker'],
      [8, 'too-long', 'quote'],
      [9, 'too-long', 'speaker'],
      [10, 'not-a-date', 'date'],
      [12, 'not-a-date', 'date'],
    ]);
    expect(annotations).toHaveLength(2);
  });

  it('asks what unknown words mean, and takes the answer for every row', () => {
    const rows = [
      ['Citaat', 'Waarborg', 'Gevolg', 'Titel'],
      ['een', 'Zienswijze!', 'Geld', 'Nota'],
      ['twee', 'zienswijze! ', 'Kosten', 'Nota'],
    ];
    const columns = guessColumns(rows, vocabulary);
    expect(listUnknownWords(rows, columns, vocabulary)).toEqual([
      { field: 'safeguard', text: 'Zienswijze!', rows: 2 },
      { field: 'impact', text: 'Geld', rows: 1 },
    ]);
    const choices = new Map([
      [choiceKey('safeguard', 'Zienswijze!'), 'voornemen'],
      [choiceKey('impact', 'Geld'), ''],
    ]);
    const { annotations, refused } = planRows(
      applyChoices(rows, columns, choices, vocabulary),
      columns,
      context,
    );
    expect(refused).toEqual([]);
    expect(annotations.map(({ codings }) => codings[0]?.impact)).toEqual([undefined, 'cost']);
  });
});

describe('our own table of codings', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((one) => /\p{L}/u.test(one));
  const codings = fc.record(
    {
      safeguard: fc.constantFrom('voornemen', 'legal-aid'),
      measure: fc.constantFrom(...measures),
      stage: fc.constantFrom(...stages),
      impact: fc.constantFrom('cost', 'duration'),
      direction: fc.constantFrom(...directions),
      basis: fc.constantFrom(...bases),
      provision: fc.constantFrom('art. 39 Vw 2000', '=1+1', '-', "'@x", '+31'),
      quantity: fc.constantFrom(
        { value: 3, unit: 'weeks', period: 'PT1H' },
        { value: 6, to: 7.5, unit: 'EUR', period: 'P1Y' },
        { value: 5, unit: 'procedures', period: 'P2Y' },
      ),
    },
    { requiredKeys: ['safeguard', 'direction', 'basis'] },
  );

  it('comes back from CSV as it was, positions and review aside, whatever signs texts begin with', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.tuple(text, codings), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...csvSeparators),
      async (said, separator) => {
        const annotations = said.map(
          ([quote, coding], number): Annotation => ({
            id: id(1_000 + number),
            document: paper.id,
            source: paper.addresses[0]?.address ?? '',
            ranges: [{ exact: `${quote.trim()} ${number}`.replace(/\s+/gu, ' ') }],
            note: `=${quote.trim().replace(/\s+/gu, ' ')}`,
            codings: [{ ...(coding as Coding), id: id(2_000 + number), speaker: ind.id, status: 'draft' }],
            creator: { id: 'a', name: 'Anna' },
            ...{ created: '2026-05-12T09:00:00Z', modified: '2026-05-12T09:00:00Z', revision: 1 },
          }),
        );
        const words = createDossierWords(
          { codebook: defaultCodebook, speakers: [ind], documents: [paper] },
          'nl',
        );
        const csv = writeCsv(
          codingTable(annotations, () => true, words),
          separator,
        );
        expect(csv).not.toMatch(/[,;](?:weeks|P1Y|PT1H)[,;]/u);
        const [sheet] = await readSheets(new TextEncoder().encode(csv), 'csv');
        const { annotations: read, refused } = plan((sheet?.rows ?? []).map((row) => [...row]));
        expect(refused).toEqual([]);
        expect(read).toEqual(
          annotations.map(({ id: own, document, source, ranges, note, codings: [coding] }) => {
            const { id: _, status: __, ...kept } = coding as Coding;
            return { id: own, document, source, ranges, note, codings: [{ ...kept, speaker: 'IND' }] };
          }),
        );
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });
});
