import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { isOffline } from '../frame/edition.ts';
import { language } from '../language/language.ts';
import { dossierHref } from '../routing/route.ts';

/** What the pages say that explain more than a legend can. */
const pages = [
  ['codebook', 'legend.toCodebook'],
  ['documents', 'legend.toDocuments'],
  ['review', 'legend.toReview'],
] as const;

/** From the legend to the pages behind its words; none in a file that has no other pages. */
export function LegendLinks({ slug }: { slug: string }) {
  const messages = matrixMessages[language.value];
  if (isOffline) return null;
  return (
    <ul class="wb-legend-links">
      {pages.map(([page, text]) => (
        <li key={page}>
          <a class="utrecht-link utrecht-link--html-a" href={dossierHref(slug, page)}>
            {messages[text]}
          </a>
        </li>
      ))}
    </ul>
  );
}
