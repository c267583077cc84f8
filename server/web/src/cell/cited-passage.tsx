import type { Coding } from '@waarborg/shared/annotation';
import { citedPlace, sourceLink } from '@waarborg/shared/citation';
import { cellMessages } from '@waarborg/shared/messages/cell';
import { reviewMessages } from '@waarborg/shared/messages/review';
import { CodingChips, dayInWords, PassageCard } from '@waarborg/shared/ui';
import { language } from '../language/language.ts';
import { citationOf } from '../names/citation-of.ts';
import { ToOutline } from '../outline/to-outline.tsx';
import { CellLink } from './cell-link.tsx';
import { LinkedPassages } from './linked-passages.tsx';
import type { PassageSource } from './passage-source.ts';
import type { ClaimPassage } from './sections.ts';

interface CitedPassageProps {
  readonly passage: ClaimPassage;
  readonly source: PassageSource;
}

/**
 * A passage of a cell: the coding that counts here first, then what else the passage says. One that is not in
 * its document any more counts all the same: it was said.
 */
export function CitedPassage({ passage, source: known }: CitedPassageProps) {
  const { annotations, names } = known;
  const annotation = annotations.get(passage.annotation);
  const first = annotation?.ranges[0];
  if (!annotation || !first) return null;
  const { id, source, ranges, codings, creator, created, note, gone } = annotation;
  const counting = codings.filter((coding) => passage.codings.includes(coding.id));
  const messages = cellMessages[language.value];
  const others = codings.filter((coding) => !passage.codings.includes(coding.id));
  return (
    <PassageCard
      ranges={ranges}
      codings={counting}
      vocabulary={names.vocabulary}
      reviewer={creator.id === names.reader ? 'you' : creator.name}
      created={created}
      citation={citationOf(annotation.document, citedPlace(annotation), names)}
      sourceHref={sourceLink({ id, source, exact: first.exact, page: first.page })}
      note={note}
      hide={['speaker']}
    >
      {names.mayWrite && <ToOutline slug={names.slug} annotation={id} name={first.exact} />}
      {gone && <p class="wb-muted">{messages.goneSince(dayInWords(gone, language.value))}</p>}
      {counting.map(({ id: coding, reason }) => reason && <SentBack key={coding} reason={reason} />)}
      {others.length > 0 && (
        <div class="wb-other-codings">
          <p>{messages.otherCodings}</p>
          <CodingChips codings={others} vocabulary={names.vocabulary} />
          <ul class="wb-plain-list">
            {distinctCells(others).map((coding) => (
              <li key={coding.id}>
                <CellLink coding={coding} vocabulary={names.vocabulary} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <LinkedPassages passage={id} source={known} />
    </PassageCard>
  );
}

/** Why a curator sent a coding back. */
function SentBack({ reason }: { reason: string }) {
  return <p class="wb-sent-back">{reviewMessages[language.value].sentBackBecause(reason)}</p>;
}

/** One coding for each cell in which they count. */
function distinctCells(codings: readonly Coding[]): Coding[] {
  return [...new Map(codings.map((coding) => [`${coding.safeguard} ${coding.impact}`, coding])).values()];
}
