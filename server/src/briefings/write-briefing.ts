import type { Measure } from '@waarborg/shared/annotation';
import { dateInWords } from '@waarborg/shared/citation';
import { isAccepted, type SourceDocument } from '@waarborg/shared/dossier';
import {
  blindRows,
  type Cell,
  contradicts,
  narrowsReading,
  noValue,
  passesDocument,
} from '@waarborg/shared/matrix';
import { domainMessages } from '@waarborg/shared/messages';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { matrixGrid } from '../papers/matrix-grid.ts';
import { type Block, type Paper, plain } from '../papers/paper.ts';
import { joinNames } from '../papers/paper-source.ts';
import { sourceTables } from '../papers/source-table.ts';
import { withinFilters } from '../papers/within-filters.ts';
import { blindSpotsChapter } from './blind-spots-chapter.ts';
import type { BriefingSource } from './briefing-source.ts';
import { contestedCells, contestedChapter, deniedCells, labelOfCell } from './contested-chapter.ts';
import { happeningsOf, safeguardChapter } from './safeguard-chapter.ts';
import { statementsOf } from './statements.ts';

/** Most contested points that the summary names. */
const maxNamed = 3;
/** What takes a safeguard away, the heaviest first. */
const losses: readonly Measure[] = ['abolished', 'restricted', 'absent', 'not-observed'];

function lossesInWords(source: BriefingSource): string[] {
  const messages = paperMessages[source.language];
  const undergone = source.matrix.rows.map((row) => ({
    label: row.label,
    measures: new Set(happeningsOf(source.claims.get(row.id) ?? [], source).map(({ measure }) => measure)),
  }));
  return losses.flatMap((measure) => {
    const labels = undergone.filter(({ measures }) => measures.has(measure)).map(({ label }) => label);
    if (labels.length === 0) return [];
    const head =
      measure === 'absent'
        ? messages.happensAbsent
        : measure === 'not-observed'
          ? messages.happensNotObserved
          : messages.happens(domainMessages[source.language][`measure.${measure}`]);
    return [`${head}: ${joinNames(labels, source.language)}.`];
  });
}

/** How many points are contested or denied, and the first of them. */
function pointsInWords(
  kind: 'contestedIn' | 'deniedIn',
  cells: readonly Cell[],
  source: BriefingSource,
): string[] {
  if (cells.length === 0) return [];
  const names = cells.slice(0, maxNamed).map((cell) => labelOfCell(cell, source));
  return [paperMessages[source.language][kind](cells.length, names.join('; '), cells.length > maxNamed)];
}

/** How many of the passages that are quoted carry the mark of what no curator accepted. */
function countNotAccepted({ claims, annotations }: BriefingSource): number {
  const statements = [...claims.values()]
    .flatMap((ofSafeguard) => statementsOf(ofSafeguard, annotations))
    .flatMap(({ voices }) => voices.flatMap((voice) => voice.statements));
  const marked = statements.filter(({ sayings }) => !sayings.every(isAccepted));
  return new Set(marked.map(({ annotation }) => annotation.id)).size;
}

function summary(source: BriefingSource): Block[] {
  const messages = paperMessages[source.language];
  const { claims, speakers, documents } = matrixMessages[source.language];
  const { all } = source.matrix.totals;
  const heading: Block = { kind: 'heading', level: 1, text: messages.summary };
  const sources = usedSources(source);
  const begun = sources.filter(({ read }) => read.safeguards > 0).length;
  const codedUnread = sources.filter(({ passages, read }) => passages > 0 && read.safeguards === 0).length;
  const whole = sources.filter(({ read }) => read.of > 0 && read.safeguards >= read.of).length;
  const chosen = source.filters.safeguard?.length ? sources[0]?.read.of : undefined;
  const read = messages.readSoFar(whole, begun - whole, sources.length, chosen);
  if (all.claims === 0) {
    return [heading, { kind: 'paragraph', content: plain(`${messages.nothingCounted} ${read}`) }];
  }
  const { notRead, nothingFound } = blindRows(source.matrix);
  const notAccepted = countNotAccepted(source);
  const isNarrowed = narrowsReading(source.filters);
  return [
    heading,
    {
      kind: 'paragraph',
      content: plain(
        `${messages.counted(claims(all.claims), speakers(all.speakers), documents(all.documents))} ${read}`,
      ),
    },
    {
      kind: 'list',
      items: [
        ...lossesInWords(source),
        ...pointsInWords('contestedIn', contestedCells(source).filter(contradicts), source),
        ...pointsInWords('deniedIn', deniedCells(source), source),
        ...(notRead.length > 0 ? [messages.notReadIn(notRead.length, isNarrowed)] : []),
        ...(nothingFound.length > 0 ? [messages.nothingFoundIn(nothingFound.length, isNarrowed)] : []),
        ...(codedUnread > 0 ? [messages.codedUnread(codedUnread)] : []),
        ...(notAccepted > 0 ? [messages.notAccepted(notAccepted)] : []),
      ].map(plain),
    },
    { kind: 'contents', title: messages.contents },
  ];
}

/** Documents of the dossier within the filters, with how many of the briefing's passages they hold. */
function usedSources(source: BriefingSource) {
  const documentOf = (id: string) => source.documents.get(id)?.id ?? id;
  const safeguards = source.matrix.rows.map(({ id }) => id).filter((id) => id !== noValue);
  const readings = Map.groupBy(source.readings, ({ document }) => documentOf(document));
  const readOn = (document: string) => {
    const on = new Set(readings.get(document)?.map(({ safeguard }) => safeguard));
    return on.has(undefined) ? safeguards.length : safeguards.filter((id) => on.has(id)).length;
  };
  const counts = Map.groupBy(source.annotations.values(), ({ document }) => documentOf(document));
  const documents: SourceDocument[] = [...new Set(source.documents.values())];
  return documents
    .filter((document) => counts.has(document.id) || passesDocument(document, source.filters))
    .map((document) => ({
      document,
      passages: counts.get(document.id)?.length ?? 0,
      read: { safeguards: readOn(document.id), of: safeguards.length },
    }));
}

/**
 * A briefing: the matrix; of each safeguard what happens to it and who says what, verbatim and cited; contested
 * points; blind spots as questions; sources by kind. Pure.
 */
export function writeBriefing(source: BriefingSource): Paper {
  const messages = paperMessages[source.language];
  const { matrix } = source;
  const within = withinFilters(source);
  const remarks = narrowsReading(source.filters) ? [messages.legendWithin] : [];
  const chapters = matrix.rows
    .filter(({ id }) => source.claims.has(id))
    .flatMap((row) => safeguardChapter(row, source));
  return {
    title: messages.briefingOf(source.title),
    lines: [messages.asOf(dateInWords(source.day, source.language)), ...(within ? [within] : [])],
    language: source.language,
    parts: [
      { blocks: summary(source) },
      {
        isLandscape: true,
        blocks: [
          { kind: 'heading', level: 1, text: messages.matrix },
          matrixGrid(matrix, source.language, remarks),
        ],
      },
      {
        blocks: [
          ...(chapters.length > 0
            ? [
                { kind: 'heading' as const, level: 1 as const, text: messages.perSafeguard },
                { kind: 'paragraph' as const, content: plain(messages.perSafeguardIntro) },
                ...chapters,
              ]
            : []),
          ...contestedChapter(source),
          ...blindSpotsChapter(source),
          { kind: 'heading', level: 1, text: messages.sources },
          ...sourceTables(usedSources(source), source),
        ],
      },
    ],
  };
}
