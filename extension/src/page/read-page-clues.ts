import { introductionLength } from '@waarborg/shared/references';
import { onOneLine } from '@waarborg/shared/text';
import type { PageClues } from '../messaging/index.ts';

/** What is read of a page; `document` of a browser has it. */
type PageSource = Pick<Document, 'title' | 'querySelector' | 'querySelectorAll'>;

/** Most that is taken of one thing, in UTF-16 code units: longer ones say nothing of a document. */
const longest = 2_000;
/** Most labels that are taken: a page with more lists rulings, and is none. */
const mostLabels = 100;
/** Vocabularies in which pages describe their documents. */
const vocabularies = /^(?:(?:dc|dcterms|overheid|wt)\.|(?:og|article):|citation_|application-name$)/;
/** Labels above a ruling: on the courts' site, and on that of the Council of State. */
const rulingLabels = '.rnl-details .rnl-details-value, .rol-metadata-blok';

/**
 * Reads what may tell which document a page shows.
 *
 * @param text the document's text, as far as it has been read.
 */
export function readPageClues(page: PageSource, address: string, text = ''): PageClues {
  return {
    address,
    title: written(page.title),
    heading: written(page.querySelector('main h1, article h1, h1')?.textContent),
    metadata: readMetadata(page),
    labels: [...page.querySelectorAll(rulingLabels)]
      .slice(0, mostLabels)
      .map(({ textContent }) => written(textContent)),
    canonical: page.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? '',
    beginning: text.slice(0, introductionLength),
  };
}

/** Only the first of each name that says something. */
function readMetadata(page: PageSource): PageClues['metadata'] {
  const metadata = new Map<string, PageClues['metadata'][number]>();
  for (const meta of page.querySelectorAll('meta[name], meta[property]')) {
    const read = (attribute: string) => written(meta.getAttribute(attribute));
    const name = (read('name') || read('property')).toLowerCase();
    if (metadata.has(name) || !vocabularies.test(name)) continue;
    const content = read('content');
    if (content === '') continue;
    metadata.set(name, { name, content, scheme: read('scheme') });
  }
  return [...metadata.values()];
}

function written(text: string | null | undefined): string {
  return onOneLine(text ?? '').slice(0, longest);
}
