import { type GapCounts, rowGaps } from '@waarborg/shared/imports';
import { importMessages } from '@waarborg/shared/messages/imports';
import { useId } from 'preact/hooks';
import { language } from '../language/language.ts';

interface ImportGapsProps {
  readonly title: string;
  readonly gaps: GapCounts;
  /** How many rows or codings there are in all. */
  readonly of: number;
}

/** How many rows come in without saying what, and what that means for the matrix; nothing where all of them say all. */
export function ImportGaps({ title, gaps, of }: ImportGapsProps) {
  const messages = importMessages[language.value];
  const id = useId();
  const left = rowGaps.filter((gap) => gaps[gap] > 0);
  if (left.length === 0) return null;
  return (
    <section class="wb-import-gaps" aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      <ul>
        {left.map((gap) => (
          <li key={gap}>{messages[`gap.${gap}`](gaps[gap], of)}</li>
        ))}
      </ul>
    </section>
  );
}
