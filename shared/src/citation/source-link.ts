import { withoutPlace } from '../references/index.ts';

/** What a link to a passage is made of. */
export interface LinkedPassage {
  /** Annotation id. */
  readonly id: string;
  /** Address of the copy in which it was marked. */
  readonly source: string;
  readonly exact: string;
  /** Page of a PDF, from 1; absent for a web page. */
  readonly page?: number | undefined;
}

/** Name of the fragment parameter that names an annotation. */
export const passageParameter = 'waarborg';

/** Words at either end of a long quote that find it in the page. */
const edgeWords = 5;

/** One side of a text directive: percent-encoded, with the signs that separate its parts encoded too. */
function encodeText(text: string): string {
  return encodeURIComponent(text).replace(/-/gu, '%2D');
}

function textDirective(exact: string): string {
  const words = exact.split(/\s+/u).filter((word) => word !== '');
  if (words.length <= 2 * edgeWords) return encodeText(words.join(' '));
  const edges = [words.slice(0, edgeWords), words.slice(-edgeWords)];
  return edges.map((edge) => encodeText(edge.join(' '))).join(',');
}

/**
 * An address that opens the source at the passage. The extension reads the annotation's id from it;
 * without the extension the browser finds a web page's words by itself (URL Fragment Text
 * Directives, WICG) and opens a PDF at its page. Undefined where the source is not on the web.
 */
export function sourceLink(passage: LinkedPassage): string | undefined {
  if (!/^https?:/u.test(passage.source)) return undefined;
  const address = withoutPlace(passage.source);
  // The fragment of such an address says which page it is, so there is no room for more of ours.
  if (address.includes('#')) return `${address}:~:text=${textDirective(passage.exact)}`;
  const fragment = `${passageParameter}=${passage.id}`;
  return passage.page === undefined
    ? `${address}#${fragment}:~:text=${textDirective(passage.exact)}`
    : `${address}#${fragment}&page=${passage.page}`;
}

/** The annotation that a fragment such as `#waarborg=…` names. */
export function annotationOfFragment(fragment: string): string | undefined {
  const [parameters = ''] = fragment.replace(/^#/u, '').split(':~:');
  return new URLSearchParams(parameters).get(passageParameter) ?? undefined;
}
