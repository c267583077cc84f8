import type { MatrixResponse } from '@waarborg/shared/api';
import { compareMessages } from '@waarborg/shared/messages/compare';
import { language } from '../language/language.ts';
import type { StrengthStep } from '../matrix-view/cell-words.ts';
import { MarkSign } from '../matrix-view/marks.tsx';
import { sides } from '../matrix-view/view.ts';
import type { Pair } from './compare.ts';
import { BarSample, ContestedSample, LegendEntry, StrengthScale } from './legend.tsx';
import { LegendLinks } from './legend-links.tsx';

interface CompareLegendProps {
  readonly slug: string;
  readonly matrices: Pair<MatrixResponse>;
  readonly steps: readonly StrengthStep[];
}

/** What the two numbers of a cell mean, and their marks. */
export function CompareLegend({ slug, matrices, steps }: CompareLegendProps) {
  const messages = compareMessages[language.value];
  const cells = sides.flatMap((side) => matrices[side].cells);
  return (
    <section class="wb-legend" aria-labelledby="legend-title">
      <h2 id="legend-title">{messages.legend}</h2>
      <p class="wb-legend-open">{messages['legend.halves']}</p>
      <StrengthScale label={messages['legend.more']} steps={steps} />
      <ul>
        <LegendEntry sample={<BarSample stances={{ helps: 1, hurts: 1, noEffect: 1, none: 0 }} />}>
          {messages['legend.bars']}
        </LegendEntry>
        <LegendEntry sample={<MarkSign mark="opposed" />}>{messages['legend.opposed']}</LegendEntry>
        {cells.some(({ contested }) => contested) && (
          <LegendEntry sample={<ContestedSample />}>{messages['legend.contested']}</LegendEntry>
        )}
        {cells.some(({ state }) => state === 'not-read') && (
          <LegendEntry sample={<span class="wb-sample wb-cell" data-state="not-read" />}>
            {messages['legend.notRead']}
          </LegendEntry>
        )}
      </ul>
      <LegendLinks slug={slug} />
    </section>
  );
}
