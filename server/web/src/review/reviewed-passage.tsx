import type { Annotation } from '@waarborg/shared/annotation';
import { citedPlace, sourceLink } from '@waarborg/shared/citation';
import { reviewMessages } from '@waarborg/shared/messages/review';
import { CodingChips, dayInWords, PassageCard, speakerInWords } from '@waarborg/shared/ui';
import { language } from '../language/language.ts';
import { citationOf } from '../names/citation-of.ts';
import type { DossierNames } from '../names/use-dossier-names.ts';
import { codedBeside, type QueuedCoding } from './queue.ts';
import { useSurroundings } from './use-surroundings.ts';

interface ReviewedPassageProps {
  readonly slug: string;
  readonly names: DossierNames;
  readonly item: QueuedCoding;
}

/** A coding to decide about: the passage in its surroundings, and what else it says. */
export function ReviewedPassage({ slug, names, item: { annotation, coding } }: ReviewedPassageProps) {
  const messages = reviewMessages[language.value];
  const { vocabulary } = names;
  const { id, source, ranges, creator, created, note, codings } = annotation;
  const [first] = ranges;
  const around = useSurroundings(slug, annotation);
  // Words in several pieces stand alone: what is around the first says nothing of the others.
  const hasContext = first && ranges.length === 1 && (around.before || around.after) !== '';
  const others = codings.filter((one) => one.id !== coding.id);
  return (
    <div class="wb-reviewed">
      <PassageCard
        ranges={ranges}
        quote={hasContext ? <Surrounded exact={first.exact} {...around} /> : undefined}
        codings={[coding]}
        vocabulary={vocabulary}
        reviewer={creator.id === names.reader ? 'you' : creator.name}
        created={created}
        citation={citationOf(annotation.document, citedPlace(annotation), names)}
        sourceHref={first && sourceLink({ id, source, exact: first.exact, page: first.page })}
        note={note}
      >
        {coding.reason && <p class="wb-sent-back">{messages.sentBackBecause(coding.reason)}</p>}
        {others.length > 0 && (
          <div class="wb-other-codings">
            <p>{messages.otherCodings}</p>
            <CodingChips codings={others} vocabulary={vocabulary} />
          </div>
        )}
      </PassageCard>
    </div>
  );
}

interface CodedBesideProps {
  readonly names: DossierNames;
  readonly annotation: Annotation;
  /** Passages of the same document, as far as they are here. */
  readonly ofDocument: readonly Annotation[];
}

/** What others made of the same words; nothing where nobody coded them. */
export function CodedBeside({ names: { vocabulary }, annotation, ofDocument }: CodedBesideProps) {
  const messages = reviewMessages[language.value];
  const beside = codedBeside(annotation, ofDocument);
  if (beside.length === 0) return null;
  return (
    <section class="wb-beside" aria-label={messages.besideTitle}>
      <h2>{messages.besideTitle}</h2>
      <ul class="wb-plain-list">
        {beside.map((other) => (
          <li key={other.id}>
            <p class="wb-muted">
              {messages.by(other.creator.name, dayInWords(other.created, language.value))}
              {other.codings[0] && `, ${speakerInWords(other.codings[0], vocabulary)}`}
            </p>
            <CodingChips codings={other.codings} vocabulary={vocabulary} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Words where they stand. */
function Surrounded({ before, exact, after }: { before: string; exact: string; after: string }) {
  return (
    <blockquote class="wb-quote wb-surroundings" lang="nl">
      {before} <mark>{exact}</mark> {after}
    </blockquote>
  );
}
