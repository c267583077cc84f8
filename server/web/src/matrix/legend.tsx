import type { MatrixResponse } from '@waarborg/shared/api';
import type { Stance } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { stanceMarks } from '@waarborg/shared/ui';
import type { ComponentChildren } from 'preact';
import { language } from '../frame/language.ts';
import type { StrengthStep } from './cell-words.ts';
import { DeniedMark, DisagreementMark, DisputedMark, MixedMark, NormMark } from './marks.tsx';
import { StanceBar } from './number-link.tsx';
import type { MatrixView } from './view.ts';

const none = { helps: 0, hurts: 0, noEffect: 0, none: 0 };

/** What each mark means; only marks that occur, so that nothing is explained that is not there. */
export function Legend({
  matrix,
  view,
  steps,
}: {
  matrix: MatrixResponse;
  view: MatrixView;
  steps: readonly StrengthStep[];
}) {
  const messages = matrixMessages[language.value];
  const { cells } = matrix;
  const isBySafeguard = view.rows === 'safeguard' || view.columns === 'safeguard';
  const occurring = (['helps', 'hurts', 'noEffect', 'none'] as const).filter((stance) =>
    cells.some(({ stances }) => stances[stance] > 0),
  );
  return (
    <section class="wb-legend" aria-labelledby="legend-title">
      <h2 id="legend-title">{messages.legend}</h2>
      <p class="wb-legend-open">{messages['legend.open']}</p>
      <StrengthScale label={messages['legend.strength'](messages[`count.${view.count}`])} steps={steps} />
      <ul>
        <LegendEntry sample={<span class="wb-dots">•••</span>}>{messages['legend.speakers']}</LegendEntry>
        {occurring.map((stance) => (
          <StanceEntry key={stance} stance={stance} />
        ))}
        {cells.some((cell) => cell.contested && !cell.opposing.normMeetsExpectation) && (
          <LegendEntry sample={<span class="wb-sample wb-cell" data-state="evidence" data-contested />}>
            {messages['legend.contested']}
          </LegendEntry>
        )}
        <MarkEntries matrix={matrix} />
        {cells.some(({ state }) => state === 'not-read') && (
          <LegendEntry sample={<span class="wb-sample wb-cell" data-state="not-read" />}>
            {messages['legend.notRead']}
          </LegendEntry>
        )}
        {cells.some(({ state }) => state === 'nothing-found') && (
          <LegendEntry sample={<span class="wb-zero">0</span>}>{messages['legend.nothingFound']}</LegendEntry>
        )}
        <LegendEntry sample={<ReadSample matrix={matrix} />}>
          {messages[isBySafeguard ? 'legend.read' : 'legend.readAny']}
          {isBySafeguard && view.fold && `; ${messages['legend.readGroup']}`}
        </LegendEntry>
      </ul>
    </section>
  );
}

function ReadSample({ matrix }: { matrix: MatrixResponse }) {
  const { of } = matrix.totals.all.read;
  return (
    <span class="wb-read">
      {Math.max(0, of - 1)}/{of}
    </span>
  );
}

/** A sign and what it means. */
export function LegendEntry({
  sample,
  children,
}: {
  sample: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <li>
      <span class="wb-legend-sample" aria-hidden="true">
        {sample}
      </span>
      <span>{children}</span>
    </li>
  );
}

function StanceEntry({ stance }: { stance: Stance }) {
  return (
    <LegendEntry sample={<StanceBar stances={{ ...none, [stance]: 1 }} />}>
      <span class="wb-stance" data-stance={stance} aria-hidden="true">
        {stanceMarks[stance]}
      </span>{' '}
      {matrixMessages[language.value][`legend.${stance}`]}
    </LegendEntry>
  );
}

function MarkEntries({ matrix }: { matrix: MatrixResponse }) {
  const messages = matrixMessages[language.value];
  const { cells, disputed } = matrix;
  return (
    <>
      {cells.some(({ opposing }) => opposing.normMeetsExpectation) && (
        <LegendEntry sample={<NormMark />}>{messages['legend.norm']}</LegendEntry>
      )}
      {cells.some(({ denied }) => denied) && (
        <LegendEntry sample={<DeniedMark />}>{messages['legend.denied']}</LegendEntry>
      )}
      {cells.some(({ mixed }) => mixed) && (
        <LegendEntry sample={<MixedMark />}>{messages['legend.mixed']}</LegendEntry>
      )}
      {cells.some(({ disagreements }) => disagreements > 0) && (
        <LegendEntry sample={<DisagreementMark />}>{messages['legend.disagreements']}</LegendEntry>
      )}
      {disputed.length > 0 && (
        <LegendEntry sample={<DisputedMark />}>{messages['legend.disputed']}</LegendEntry>
      )}
    </>
  );
}

/** The steps of colour, with what they stand for. */
export function StrengthScale({ label, steps }: { label: string; steps: readonly StrengthStep[] }) {
  if (steps.length === 0) return null;
  return (
    <p class="wb-strength">
      {label}{' '}
      <span class="wb-strength-steps">
        {steps.map(({ from, to }, index) => (
          <span key={from} class="wb-sample wb-cell" data-state="evidence" data-strength={index + 1}>
            {from === to ? from : `${from}–${to}`}
          </span>
        ))}
      </span>
    </p>
  );
}
