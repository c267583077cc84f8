import type { Annotation, Coding } from '@waarborg/shared/annotation';
import { bases, directions, measures, stages, statuses } from '@waarborg/shared/annotation';
import { type Concept, defaultCodebook } from '@waarborg/shared/codebook';
import type { SourceDocument, Speaker } from '@waarborg/shared/dossier';
import {
  type Axis,
  axes,
  type DossierContent,
  goneValues,
  type MatrixFilters,
  stances,
} from '@waarborg/shared/matrix';
import fc from 'fast-check';

/*
 * Dossiers for properties of the matrix: small enough that codings meet in one cell and passages share words, with
 * merged concepts, speakers and documents, and with copies of one text.
 */

/** Sentences of every document, which can be told apart in any copy. */
const sentences = [
  'De vreemdeling krijgt geen voornemen meer te zien voordat wordt beslist.',
  'De rechtbanken verwachten daardoor tweeduizend extra beroepen per jaar!',
  'Een tolk blijft bij ieder gehoor aanwezig, zo schrijft de minister.',
  'Kosten van gemiste correcties komen terecht bij de rechtspraak.',
  'Kinderen worden voortaan zonder begeleider gehoord, tenzij zij jong zijn.',
  'De termijn voor beroep gaat van vier weken naar een week omlaag.',
] as const;

const concept = (id: string, kind: Concept['kind'], changes: Partial<Concept> = {}): Concept => ({
  ...(defaultCodebook.concepts.find((one) => one.kind === kind) as Concept),
  id,
  kind,
  ...changes,
});
/** Two safeguards and two impacts that count, and what was merged with them or taken out of use. */
export const codebook = {
  groups: defaultCodebook.groups,
  concepts: [
    concept('voornemen', 'safeguard', { group: 'the-decision' }),
    concept('tolk', 'safeguard', { group: 'the-interview' }),
    concept('zienswijze', 'safeguard', { group: 'the-interview', mergedInto: 'voornemen' }),
    concept('oud', 'safeguard', { group: 'the-decision', retired: true }),
    concept('kosten', 'impact', { group: 'administration' }),
    concept('duur', 'impact', { group: 'administration' }),
    concept('uitgaven', 'impact', { group: 'society-and-eu', mergedInto: 'kosten' }),
  ],
};
/** Groups that can be folded, the last without any concept. */
export const foldedArbitrary = fc.oneof(
  fc.constant([]),
  fc.subarray(['the-decision', 'the-interview', 'administration', 'society-and-eu']),
);
/** Three who speak, the first under three ids. */
export const speakers: Speaker[] = [
  { id: 'ind', name: 'IND', aliases: ['Dienst'], kind: 'executive' },
  { id: 'rechter', name: 'Rechtspraak', aliases: [], kind: 'court' },
  { id: 'raad', name: 'Raad', aliases: [], kind: 'advisory' },
  { id: 'dienst', name: 'De IND', aliases: [], kind: 'other', mergedInto: 'ind' },
  { id: 'dienstje', name: 'Dienstje', aliases: [], kind: 'other', mergedInto: 'dienst' },
];
/** Four documents, whose days are known to the day, the month, the year and not at all. */
export const documents: SourceDocument[] = (
  [
    ['brief', 'inspection-letter', '2026-02-05', ['brief-kopie']],
    ['advies', 'legislative-advice', '2026-03', []],
    ['nota', 'parliamentary-paper', '2025', []],
    ['opinie', 'press', undefined, []],
  ] as const
).map(([id, sourceType, date, aliases]) => ({
  id,
  sourceType,
  ...(date ? { date } : {}),
  title: id,
  addresses: [],
  identifiers: [],
  aliases: [...aliases],
  revision: 1,
}));

/** Copies in which a document was read: each has its own text, so its own positions. */
const copies = [
  { rendition: 'a'.repeat(64), gap: ' ', lead: '' },
  { rendition: 'b'.repeat(64), gap: '\n', lead: 'Kop van de pagina. ' },
  { rendition: undefined, gap: ' – ', lead: 'Zonder bewaarde tekst. ' },
] as const;

/** One of the first two, and now and then another. */
const mostly = <T>(first: T, second: T, ...others: readonly T[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(first, second) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const codingArbitrary = fc.record({
  safeguard: fc.constantFrom('voornemen', 'tolk', 'zienswijze', 'oud'),
  impact: maybe(['kosten', 'duur', 'uitgaven']),
  measure: maybe(measures),
  stage: maybe(stages),
  direction: fc.constantFrom(...directions),
  basis: fc.constantFrom(...bases),
  provision: maybe(['art. 39 Vw 2000', 'art. 40 Vw 2000']),
  speaker: fc.constantFrom(...speakers.map(({ id }) => id)),
  status: fc.constantFrom(...statuses, 'draft' as const, 'draft' as const),
});
/** Few speakers on few subjects who say much: here they contradict others and themselves. */
const quarrelArbitrary = fc.record({
  safeguard: mostly('voornemen', 'zienswijze', 'tolk'),
  impact: mostly('kosten', 'uitgaven', 'duur'),
  measure: mostly('abolished' as const, 'kept' as const, 'not-observed' as const),
  stage: fc.constant(undefined),
  direction: mostly('favourable' as const, 'unfavourable' as const, 'neutral' as const),
  basis: mostly('norm' as const, 'expectation' as const, 'figure' as const),
  provision: fc.constant(undefined),
  speaker: mostly('ind', 'rechter', 'dienst'),
  status: fc.constant('draft' as const),
});
const passageOf = <C>(codings: fc.Arbitrary<C>) =>
  fc.record({
    document: fc.constantFrom('brief', 'brief-kopie', 'advies', 'nota', 'opinie'),
    copy: fc.nat(copies.length - 1),
    from: fc.nat(sentences.length - 1),
    length: fc.integer({ min: 1, max: 2 }),
    hasPosition: fc.boolean(),
    reviewer: fc.constantFrom('anna', 'bram', 'cees'),
    note: maybe(['Zie de bijlage', 'Let op: cassatie']),
    gone: maybe(['2026-06-01T09:00:00Z']),
    codings: fc.array(codings, { minLength: 0, maxLength: 3 }),
  });
const passageArbitrary = passageOf(codingArbitrary);
const quarrelsome = passageOf(quarrelArbitrary);
type Generated<T> = T extends fc.Arbitrary<infer G> ? G : never;
type GeneratedPassage = Generated<typeof passageArbitrary> | Generated<typeof quarrelsome>;

const values: Partial<Record<Axis, readonly string[]>> = {
  safeguard: ['voornemen', 'tolk', 'oud'],
  impact: ['kosten', 'none'],
  document: ['brief', 'advies', 'nota'],
  speaker: ['ind', 'rechter'],
  speakerKind: ['executive', 'court', 'none'],
  sourceType: ['press', 'inspection-letter'],
  measure: ['abolished', 'kept', 'none'],
  stage: ['proposed', 'none'],
  provision: ['art. 39 Vw 2000', 'none'],
  month: ['2026-02', '2025', 'none'],
  reviewer: ['anna', 'bram'],
};
/** Values of a filter, mostly none. */
const wanted = (list: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.subarray([...list]) },
  );
/** Filters, most of them absent. */
export const filtersArbitrary = fc
  .record({
    ...Object.fromEntries(axes.map((axis) => [axis, wanted(values[axis] ?? [])])),
    direction: wanted(directions),
    stance: wanted(stances),
    basis: wanted(bases),
    status: wanted(statuses),
    gone: wanted(goneValues),
    from: wanted(['2025', '2026-02', '2026-02-06']).map((list) => list?.[0]),
    to: wanted(['2025-06', '2026-02-05', '2026']).map((list) => list?.[0]),
    q: wanted(['rechtspraak', 'de TOLK', 'cassatie', 'niets']).map((list) => list?.[0]),
  })
  .map(
    (filters) =>
      Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as MatrixFilters,
  );

const readingArbitrary = fc.record({
  document: fc.constantFrom('brief', 'brief-kopie', 'advies', 'nota'),
  reviewer: fc.constantFrom('anna', 'bram'),
  safeguard: maybe(['voornemen', 'zienswijze', 'tolk']),
});

/** The sentences that a passage holds. */
function sentencesOf({ from, length }: GeneratedPassage): number[] {
  return Array.from({ length }, (_, index) => from + index).filter((index) => index < sentences.length);
}

function toAnnotation(generated: GeneratedPassage, id: string): Annotation {
  const { rendition, gap, lead } = copies[generated.copy] ?? copies[0];
  const text = `${lead}${sentences.join(gap)}`;
  const exact = sentencesOf(generated)
    .map((index) => sentences[index])
    .join(gap);
  const start = text.indexOf(exact);
  return {
    id,
    document: generated.document,
    // The address names the paper and its copy, so that one address is always one text.
    source: `https://example.org/${generated.document.replace('-kopie', '')}/${generated.copy}`,
    ...(rendition ? { rendition } : {}),
    ranges: [{ exact, ...(generated.hasPosition ? { start, end: start + exact.length } : {}) }],
    codings: generated.codings.map((coding, index) => ({ ...coding, id: `${id}-${index}` }) as Coding),
    ...(generated.note ? { note: generated.note } : {}),
    ...(generated.gone ? { gone: generated.gone } : {}),
    creator: { id: generated.reviewer, name: generated.reviewer },
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
    revision: 1,
  };
}

/** A dossier, and whether two of its passages share words, as they were made to. */
export const dossierArbitrary = fc
  .record({
    passages: fc.oneof(
      fc.array(passageArbitrary, { maxLength: 14 }),
      fc.array(quarrelsome, { minLength: 4, maxLength: 10 }),
    ) as fc.Arbitrary<GeneratedPassage[]>,
    repeats: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 5 }),
    readings: fc.array(readingArbitrary, { maxLength: 5 }),
  })
  .map(({ passages, repeats, readings }) => {
    const ids = passages.map((_, index) => `p${String(index).padStart(2, '0')}`);
    const content: DossierContent = {
      codebook,
      speakers,
      documents,
      annotations: passages.map((passage, index) => toAnnotation(passage, ids[index] ?? '')),
      links: repeats.flatMap(([from, to], index) => {
        const [one, other] = [ids[from], ids[to]];
        const kind = index % 4 === 3 ? ('supports' as const) : ('repeats' as const);
        return one && other && one !== other ? [{ id: `l${index}`, from: one, to: other, kind }] : [];
      }),
      readings: readings.map((reading) => ({ ...reading, at: '2026-01-01T00:00:00Z' })),
    };
    const words = new Map(passages.map((passage, index) => [ids[index], sentencesOf(passage)]));
    const sharesWords = (a: string, b: string) =>
      (words.get(a) ?? []).some((sentence) => words.get(b)?.includes(sentence));
    return { content, sharesWords };
  });
