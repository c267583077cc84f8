import { cellMessages } from '@waarborg/shared/messages/cell';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { language } from '../language/language.ts';
import { type Cell, type Counts, emptyInWords, isCell, sizeInWords } from '../matrix-view/cell-words.ts';

interface CellSummaryProps {
  readonly counts: Counts;
  readonly state: Cell['state'];
  /** Who opposes whom, as far as it is known yet. */
  readonly opposition: Counts['opposition'];
  /** Where a cell stands in a row in which speakers disagree on the fact itself: the way to that row. */
  readonly disputedRow: string | undefined;
}

/** How much there is behind the number, and who opposes whom. */
export function CellSummary({ counts, state, opposition, disputedRow }: CellSummaryProps) {
  const matrix = matrixMessages[language.value];
  if (counts.claims === 0) {
    return <p class="wb-cell-size">{emptyInWords(state, language.value)}</p>;
  }
  const remarks = [
    ...(isCell(counts) && counts.denied ? [matrix.denied] : []),
    ...(isCell(counts) && counts.mixed ? [matrix.mixed] : []),
    ...(counts.disagreements > 0 ? [matrix.disagreements(counts.disagreements)] : []),
  ];
  return (
    <>
      <p class="wb-cell-size">{sizeInWords(counts, language.value)}</p>
      {isCell(counts) && counts.contested && (
        <OppositionBox opposing={counts.opposing} opposition={opposition} />
      )}
      {remarks.length > 0 && (
        <ul class="wb-cell-remarks">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      {disputedRow !== undefined && (
        <p class="wb-cell-remarks">
          <a class="utrecht-link utrecht-link--html-a" href={disputedRow}>
            {cellMessages[language.value].disputedRow}
          </a>
        </p>
      )}
    </>
  );
}

/** Oppositions by the speaker who says that it helps: "A tegenover B, C". */
function OppositionBox({ opposing, opposition }: Pick<Counts, 'opposing' | 'opposition'>) {
  const messages = cellMessages[language.value];
  const { helps, hurts } = opposing;
  const plain = opposition.filter(({ normMeetsExpectation }) => !normMeetsExpectation);
  const byNorm = opposition.filter(({ normMeetsExpectation }) => normMeetsExpectation);
  return (
    <section class="wb-opposition" aria-label={matrixMessages[language.value].contested}>
      <p class="wb-opposition-ratio">
        <span class="wb-stance" data-stance="helps">
          <span aria-hidden="true">▲</span> <strong>{helps}</strong>
        </span>{' '}
        {messages.againstWord}{' '}
        <span class="wb-stance" data-stance="hurts">
          <strong>{hurts}</strong> <span aria-hidden="true">▼</span>
        </span>{' '}
        <span class="wb-opposition-explained">{messages.againstSpeakers}</span>
      </p>
      <ul>
        <OppositionLines opposition={plain} />
        <OppositionLines opposition={byNorm} remark={messages.normAgainstExpectation} />
      </ul>
    </section>
  );
}

function OppositionLines({ opposition, remark }: { opposition: Counts['opposition']; remark?: string }) {
  const messages = cellMessages[language.value];
  const byHelper = [...Map.groupBy(opposition, ({ helps }) => helps)];
  const byHurter = [...Map.groupBy(opposition, ({ hurts }) => hurts)];
  // The shorter way of saying it: "A, B and C against D", not three lines that end in D.
  const lines =
    byHurter.length < byHelper.length
      ? byHurter.map(([hurts, own]) => ({ helps: own.map(({ helps }) => helps).join(', '), hurts }))
      : byHelper.map(([helps, own]) => ({ helps, hurts: own.map(({ hurts }) => hurts).join(', ') }));
  return (
    <>
      {lines.map(({ helps, hurts }) => (
        <li key={`${helps} ${hurts}`}>
          {messages.opposes(helps, hurts)}
          {remark && <em> § {remark}</em>}
        </li>
      ))}
    </>
  );
}
