import type { MatrixResponse } from '@waarborg/shared/api';
import { type Stance, stanceMarks } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { language } from '../language/language.ts';
import type { StrengthStep } from '../matrix-view/cell-words.ts';
import { type LegendName, legendItems, stepInWords } from '../matrix-view/legend-entries.ts';
import { type Mark, MarkSign } from '../matrix-view/marks.tsx';
import type { MatrixView } from '../matrix-view/view.ts';
import { LegendLinks } from './legend-links.tsx';
import { Signs } from './signs.tsx';

const none = { helps: 0, hurts: 0, noEffect: 0, none: 0 };
/** Width of a sample of a number. */
const sampleWidth = 44;

/** What each mark means. What was explained stays: nothing below it moves when a choice leaves no such mark. */
export function Legend({
  slug,
  matrix,
  view,
  steps,
}: {
  slug: string;
  matrix: MatrixResponse;
  view: MatrixView;
  steps: readonly StrengthStep[];
}) {
  const messages = matrixMessages[language.value];
  const explained = useRef<ReadonlySet<LegendName>>(new Set());
  const items = legendItems(matrix, view, language.value, explained.current);
  explained.current = new Set(items.map(({ name }) => name));
  return (
    <section class="wb-legend" aria-labelledby="legend-title">
      <h2 id="legend-title">{messages.legend}</h2>
      <p class="wb-legend-open">{messages['legend.open']}</p>
      <StrengthScale label={messages['legend.strength'](messages[`count.${view.count}`])} steps={steps} />
      <ul>
        {items.map(({ name, text }) => (
          <LegendEntry key={name} sample={<Sample name={name} matrix={matrix} />}>
            {isStance(name) && (
              <>
                <span class="wb-stance" data-stance={name} aria-hidden="true">
                  {stanceMarks[name]}
                </span>{' '}
              </>
            )}
            {name === 'read' ? `${text}; ${messages['legend.codingIsNoReading']}` : text}
          </LegendEntry>
        ))}
      </ul>
      <LegendLinks slug={slug} />
    </section>
  );
}

function isStance(name: LegendName): name is Stance {
  return name in none;
}

function Sample({ name, matrix }: { name: LegendName; matrix: MatrixResponse }) {
  if (isStance(name)) return <BarSample stances={{ ...none, [name]: 1 }} />;
  switch (name) {
    case 'speakers':
      return <span class="wb-dots">•••</span>;
    case 'contested':
      return <ContestedSample />;
    case 'notRead':
      return <span class="wb-sample wb-cell" data-state="not-read" />;
    case 'nothingFound':
      return <span class="wb-zero">0</span>;
    case 'filteredOut':
      return (
        <span class="wb-sample wb-cell" data-state="evidence">
          <span class="wb-zero">0</span>
        </span>
      );
    case 'read':
      return <ReadSample matrix={matrix} />;
    default:
      return <MarkSign mark={name satisfies Mark} />;
  }
}

const plainSample = { speakers: 0, stances: none, isContested: false, marks: [], digits: 0 };

/** A bar of stances as it stands in a number. */
export function BarSample({ stances }: { stances: Readonly<Record<Stance, number>> }) {
  return <Signs numbers={[{ ...plainSample, stances }]} width={sampleWidth} hasRoom={false} />;
}

/** The edge of what is contested. */
export function ContestedSample() {
  return <Signs numbers={[{ ...plainSample, isContested: true }]} width={sampleWidth} hasRoom={false} />;
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

/** The steps of colour, with what they stand for. */
export function StrengthScale({ label, steps }: { label: string; steps: readonly StrengthStep[] }) {
  if (steps.length === 0) return null;
  return (
    <p class="wb-strength">
      {label}{' '}
      <span class="wb-strength-steps">
        {steps.map((step, index) => (
          <span key={step.from} class="wb-sample wb-cell" data-state="evidence" data-strength={index + 1}>
            {stepInWords(step, language.value)}
          </span>
        ))}
      </span>
    </p>
  );
}
