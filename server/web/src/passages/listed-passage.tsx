import type { Annotation } from '@waarborg/shared/annotation';
import { citedPlace, sourceLink } from '@waarborg/shared/citation';
import { cellMessages } from '@waarborg/shared/messages/cell';
import { dayInWords, PassageCard } from '@waarborg/shared/ui';
import { language } from '../language/language.ts';
import { citationOf } from '../names/citation-of.ts';
import type { DossierNames } from '../names/use-dossier-names.ts';
import { ToOutline } from '../outline/to-outline.tsx';

interface ListedPassageProps {
  readonly annotation: Annotation;
  readonly names: DossierNames;
}

/** A passage of a list: verbatim, all that was coded, who says it, its citation, and whether it is gone from its document. */
export function ListedPassage({ annotation, names }: ListedPassageProps) {
  const { id, document, source, ranges, codings, creator, created, note, gone } = annotation;
  const [first] = ranges;
  return (
    <li class="wb-entry">
      <PassageCard
        ranges={ranges}
        codings={codings}
        vocabulary={names.vocabulary}
        reviewer={creator.id === names.reader ? 'you' : creator.name}
        created={created}
        citation={citationOf(document, citedPlace(annotation), names)}
        sourceHref={first && sourceLink({ id, source, exact: first.exact, page: first.page })}
        note={note}
      >
        {names.mayWrite && first && <ToOutline slug={names.slug} annotation={id} name={first.exact} />}
        {gone && (
          <p class="wb-muted">
            <span aria-hidden="true">∅</span>{' '}
            {cellMessages[language.value].goneSince(dayInWords(gone, language.value))}
          </p>
        )}
      </PassageCard>
    </li>
  );
}
