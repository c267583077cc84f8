import { withoutPlace } from '../references/index.ts';

/** What a link to a passage is made of. */
export interface LinkedPassage {
  /** Annotation id; absent for words that nobody marked. */
  readonly id?: string | undefined;
  /** Address of the copy in which it was marked. */
  readonly source: string;
  readonly exact: string;
  /** Page of a PDF, from 1; absent for a web page. */
  readonly page?: number | undefined;
}

/** Name of the fragment parameter that names an annotation. */
export const passageParameter = 'waarborg';

/**
 * Words at either end of a long quote that find it in the page: of five, one in fifty stood earlier in the page too, and
 * the browser showed all from there on; of ten, none of 158.
 */
const edgeWords = 10;
/** Fewest words that tell where a quote begins: a heading above it may stand in the contents too. */
const tellingWords = 4;

/** One side of a text directive: percent-encoded, with the signs that separate its parts encoded too. */
function encodeText(text: string): string {
  return encodeURIComponent(text).replace(/-/gu, '%2D');
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** A browser finds either end within one block of the page only: a paragraph, a cell. */
function textDirective(exact: string): string {
  const blocks = exact
    .split(/[\n\t]/u)
    .map(wordsOf)
    .filter(({ length }) => length > 0);
  const first = blocks.find(({ length }) => length >= tellingWords) ?? blocks[0] ?? [];
  const last = blocks.at(-1) ?? [];
  const start = first.slice(0, edgeWords);
  const rest = first === last ? first.slice(edgeWords) : last;
  const edges = rest.length > 0 ? [start, rest.slice(-edgeWords)] : [start];
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
  // The fragment of some addresses says which page it is, so there is no room for more of ours.
  if (address.includes('#')) return `${address}:~:text=${textDirective(passage.exact)}`;
  if (passage.id === undefined) return `${address}#:~:text=${textDirective(passage.exact)}`;
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
