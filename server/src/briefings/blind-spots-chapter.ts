import { type Measure, measures } from '@waarborg/shared/annotation';
import { inSentence } from '@waarborg/shared/dossier';
import { type CellState, type Member, noValue } from '@waarborg/shared/matrix';
import { domainMessages } from '@waarborg/shared/messages';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { type Block, plain } from '../papers/paper.ts';
import { joinNames } from '../papers/paper-source.ts';
import type { BriefingSource } from './briefing-source.ts';
import { happeningsOf } from './safeguard-chapter.ts';

/** Safeguards without any claim, by how far the reading got; those that only the filters leave empty are neither. */
export function blindRows({ matrix }: Pick<BriefingSource, 'matrix'>) {
  const statesOf = Map.groupBy(matrix.cells, ({ row }) => row);
  const isBlind = (state: 'not-read' | 'nothing-found') => (row: Member) => {
    const cells = statesOf.get(row.id) ?? [];
    return cells.length > 0 && cells.every((cell) => cell.state === state);
  };
  return {
    notRead: matrix.rows.filter(isBlind('not-read')),
    nothingFound: matrix.rows.filter(isBlind('nothing-found')),
  };
}

/** What changes a safeguard; that one is kept raises no question about its effects. */
const changes = measures.filter((measure) => measure !== 'kept');
/** Most impacts that one question names. */
const namedImpacts = 4;

/** What the papers say happens to a safeguard, as it goes into a question; undefined where nothing changes. */
function happeningInWords(row: Member, source: BriefingSource): string | undefined {
  const messages = paperMessages[source.language];
  const happening = new Set(
    happeningsOf(source.claims.get(row.id) ?? [], source).map(({ measure }) => measure),
  );
  const undergone = changes.filter((measure) => happening.has(measure) && measure !== 'absent');
  if (undergone.length === 0) return happening.has('absent') ? messages.happeningAbsent : undefined;
  const words = (measure: Measure) => domainMessages[source.language][`measure.${measure}`];
  return messages.happening(joinNames(undergone.map(words), source.language));
}

/** Impacts of a safeguard that a state of their cell puts together, as they stand in a sentence. */
function impactsThatAre(state: CellState, row: Member, { matrix }: BriefingSource): string[] {
  const found = new Set(
    matrix.cells
      .filter((cell) => cell.row === row.id && cell.column !== noValue && cell.state === state)
      .map(({ column }) => column),
  );
  return matrix.columns.filter(({ id }) => found.has(id)).map(({ label }) => inSentence(label));
}

function questionsAbout(row: Member, source: BriefingSource): string[] {
  const messages = paperMessages[source.language];
  const read = source.matrix.totals.rows[row.id]?.read;
  if (!read || read.documents === 0) return [];
  const progress = messages.readNothing(read.documents, read.of);
  if (!source.claims.has(row.id)) return [`${messages.askWhatHappens(inSentence(row.label))} ${progress}`];
  const happening = happeningInWords(row, source);
  const missing = impactsThatAre('nothing-found', row, source);
  if (!happening || missing.length === 0) return [];
  const others = missing.length - namedImpacts;
  const asked = [...missing.slice(0, namedImpacts), ...(others > 0 ? [messages.otherImpacts(others)] : [])];
  const named = impactsThatAre('evidence', row, source);
  return [
    [
      messages.askEffects(row.label, happening, joinNames(asked, source.language)),
      ...(named.length > 0 ? [messages.onlyNamed(joinNames(named, source.language))] : []),
      progress,
    ].join(' '),
  ];
}

/** What was read and yielded nothing, as questions to ask; apart from it what nobody has read. */
export function blindSpotsChapter(source: BriefingSource): Block[] {
  const messages = paperMessages[source.language];
  const { notRead, nothingFound } = blindRows(source);
  const withClaims = source.matrix.rows.filter(({ id }) => source.claims.has(id));
  const asked = [...withClaims, ...nothingFound].flatMap((row) => questionsAbout(row, source));
  const heading: Block = { kind: 'heading', level: 1, text: messages.blindSpots };
  if (asked.length === 0 && notRead.length === 0)
    return [heading, { kind: 'paragraph', content: plain(messages.noBlindSpots) }];
  return [
    heading,
    { kind: 'paragraph', content: plain(messages.blindSpotsIntro) },
    ...(asked.length > 0
      ? [
          { kind: 'heading' as const, level: 2 as const, text: messages.nothingFound },
          { kind: 'list' as const, isNumbered: true, items: asked.map(plain) },
        ]
      : []),
    ...(notRead.length > 0
      ? [
          { kind: 'heading' as const, level: 2 as const, text: messages.notRead },
          { kind: 'paragraph' as const, content: plain(messages.notReadIntro) },
          { kind: 'list' as const, items: notRead.map(({ label }) => plain(label)) },
        ]
      : []),
  ];
}
