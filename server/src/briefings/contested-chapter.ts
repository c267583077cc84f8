import { stages } from '@waarborg/shared/annotation';
import { conceptLabel, speakerName } from '@waarborg/shared/dossier';
import { type Cell, contradicts, type ExplainedDispute } from '@waarborg/shared/matrix';
import { domainMessages } from '@waarborg/shared/messages';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { type Block, type Inline, plain } from '../papers/paper.ts';
import { joinNames } from '../papers/paper-source.ts';
import type { BriefingSource } from './briefing-source.ts';

/** From how many speakers on one side for each on the other a point is unevenly divided. */
const unevenRatio = 3;

/** Cells in which speakers oppose each other, those with most on their smaller side first, norm against expectation last. */
export function contestedCells({ matrix }: Pick<BriefingSource, 'matrix'>): Cell[] {
  const smaller = ({ opposing }: Cell) => Math.min(opposing.helps, opposing.hurts);
  return matrix.cells
    .filter(({ contested }) => contested)
    .toSorted(
      (a, b) =>
        Number(a.opposing.normMeetsExpectation) - Number(b.opposing.normMeetsExpectation) ||
        smaller(b) - smaller(a) ||
        b.claims - a.claims,
    );
}

/** The safeguard and the impact of a cell. */
export function labelOfCell(cell: Cell, { matrix, language }: BriefingSource): string {
  const label = (members: BriefingSource['matrix']['rows'], id: string) =>
    members.find((member) => member.id === id)?.label ?? id;
  return matrixMessages[language].pair(label(matrix.rows, cell.row), label(matrix.columns, cell.column));
}

/** Cells in which a speaker denies what others say, and nobody says the opposite: those of which most is said first. */
export function deniedCells({ matrix }: Pick<BriefingSource, 'matrix'>): Cell[] {
  return matrix.cells
    .filter(({ contested, denied }) => denied && !contested)
    .toSorted((a, b) => b.claims - a.claims);
}

function namesOf(speakers: readonly string[], { vocabulary, language }: BriefingSource): string {
  return joinNames([...new Set(speakers.map((speaker) => speakerName(vocabulary, speaker)))], language);
}

/** Who takes a stance in a cell that somebody denies: a sentence, or nothing. */
function takersOf(stance: 'helps' | 'hurts' | 'noEffect', cell: Cell, source: BriefingSource): string[] {
  const places = (source.denied.get(cell) ?? []).flatMap((claim) => claim.places);
  const takers = places.filter((place) => place.stance === stance && !place.reviewersDiffer);
  if (takers.length === 0) return [];
  const speakers = takers.map(({ speaker }) => speaker);
  return [paperMessages[source.language][`by.${stance}`](namesOf(speakers, source))];
}

function pointOf(cell: Cell, source: BriefingSource): Inline[] {
  const messages = paperMessages[source.language];
  const { helps, hurts } = cell.opposing;
  const isUneven = Math.max(helps, hurts) >= unevenRatio * Math.min(helps, hurts);
  const names = (side: 'helps' | 'hurts') =>
    joinNames([...new Set(cell.opposition.map((pair) => pair[side]))], source.language);
  const ratio = [messages.ratio(helps, hurts), ...(isUneven ? [messages.uneven] : [])].join(', ');
  const remarks = [
    // A large matrix names nobody.
    ...(cell.opposition.length > 0
      ? [messages['by.helps'](names('helps')), messages['by.hurts'](names('hurts'))]
      : []),
    ...takersOf('noEffect', cell, source),
  ];
  return [
    { kind: 'text', text: labelOfCell(cell, source), style: 'strong' },
    { kind: 'text', text: ` (${ratio}). ${remarks.join(' ')}` },
  ];
}

function deniedPointOf(cell: Cell, source: BriefingSource): Inline[] {
  const sides = (['helps', 'hurts', 'noEffect'] as const).flatMap((stance) => takersOf(stance, cell, source));
  return [
    { kind: 'text', text: labelOfCell(cell, source), style: 'strong' },
    { kind: 'text', text: `. ${sides.join(' ')}` },
  ];
}

/** Who says that a safeguard is kept, and who that it is not. */
function disputeOf(
  { safeguard, stage, kept, notObserved }: ExplainedDispute,
  source: BriefingSource,
): Inline[] {
  const messages = paperMessages[source.language];
  const words = domainMessages[source.language];
  const label = conceptLabel(source.vocabulary, safeguard);
  const at = stages.find((one) => one === stage);
  const sides = [
    messages.measureBy(words['measure.kept'], namesOf(kept, source)),
    messages.measureBy(words['measure.not-observed'], namesOf(notObserved, source)),
  ];
  return [
    {
      kind: 'text',
      text: at ? messages.disputedAt(label, words[`stage.${at}`]) : label,
      style: 'strong',
    },
    { kind: 'text', text: `. ${sides.join(' ')}` },
  ];
}

/** Points below what is said of them; nothing where there are none. */
function points(intro: string, items: readonly Inline[][]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'paragraph', content: plain(intro) },
    { kind: 'list', items },
  ];
}

/**
 * Where speakers oppose each other: who against whom and how evenly; apart where only a norm meets an expectation,
 * where somebody denies an effect, and where they disagree on the fact itself.
 */
export function contestedChapter(source: BriefingSource): Block[] {
  const messages = paperMessages[source.language];
  const contested = contestedCells(source);
  const pointsOf = (cells: readonly Cell[]) => cells.map((cell) => pointOf(cell, source));
  const chapter = [
    ...points(messages.contestedIntro, pointsOf(contested.filter(contradicts))),
    ...points(messages.normMeetsExpectation, pointsOf(contested.filter((cell) => !contradicts(cell)))),
    ...points(
      messages.deniedIntro,
      deniedCells(source).map((cell) => deniedPointOf(cell, source)),
    ),
    ...points(
      messages.disputedIntro,
      source.disputes.map((dispute) => disputeOf(dispute, source)),
    ),
  ];
  return [
    { kind: 'heading', level: 1, text: messages.contested },
    ...(chapter.length === 0
      ? [{ kind: 'paragraph' as const, content: plain(messages.nothingContested) }]
      : chapter),
  ];
}
