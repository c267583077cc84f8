import type { Heading } from '@waarborg/shared/references';
import type { FlatText } from './flat-text.ts';

/**
 * Headings of a page. Those of official publications have a class that ends in `kop` (`artikel_kop`, `hoofdstuk_kop`,
 * `nota-toelichting_kop`), and are not always marked up as headings.
 */
const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"], [class*="_kop"], .tussenkop';
/** The title of a document, which is no part of it. */
const titles = 'h1, .staatsblad_kop, .staatscourant_kop';
/** What holds a document in a page: headings outside belong to the site. */
const containers = 'main, article, [role="main"], #broodtekst, #volledigetekst, .rnl-detail-uitspraaktekst';
/** What belongs to the site around a document. */
const furniture = 'nav, aside, footer, body > header, [role="banner"], [role="navigation"], dialog';
/** What stands out from the text around it. */
const emphasis = 'b, strong, i, em, u';
/** Longest line that may be a heading, in UTF-16 code units. */
const maxLineLength = 200;
/** How many pieces of text are looked at: as many as the longest chapter has. */
const maxPieces = 10_000;

/** Gives the nearest element around an element, or itself, as `closest` does; matches each only once, however many ask. */
function nearestOf(selector: string): (element: Element | null | undefined) => Element | null {
  const known = new Map<Element, Element | null>();
  return (element) => {
    const passed: Element[] = [];
    let found: Element | null | undefined;
    for (let at = element ?? null; at && found === undefined; at = at.parentElement) {
      passed.push(at);
      found = known.get(at);
      if (found === undefined && at.matches(selector)) found = at;
    }
    for (const one of passed) known.set(one, found ?? null);
    return found ?? null;
  };
}

/** Whether words that stand out are a short paragraph of their own: perhaps a heading, of which the page does not say so. */
function mayBeHeading(words: Element | null): boolean {
  const line = words?.closest('p');
  const text = line?.textContent?.trim() ?? '';
  return text !== '' && text.length <= maxLineLength && text === words?.textContent?.trim();
}

/**
 * The last heading before an offset, or the one in which it stands. Undefined where that is the title of the
 * document, which is no part of it; where there is none near; and where a line between may be a heading too, since no
 * place in a citation is better than a wrong one.
 */
export function findHeading(flat: FlatText<Text>, offset: number): Heading | undefined {
  const { pieces, text } = flat;
  const last = flat.indexOf(offset);
  const container = pieces[last]?.node.parentElement?.closest(containers);
  const [headingOf, emphasisOf] = [nearestOf(headings), nearestOf(emphasis)];
  for (let index = last; index >= Math.max(0, last - maxPieces); index -= 1) {
    const parent = pieces[index]?.node.parentElement;
    const element = headingOf(parent);
    if (element?.closest(furniture)) continue;
    if (!element) {
      if (mayBeHeading(emphasisOf(parent))) return undefined;
      continue;
    }
    if (container && !container.contains(element)) return undefined;
    if (element.matches(titles)) return undefined;
    let first = index;
    while (first > 0 && element.contains(pieces[first - 1]?.node ?? null)) first -= 1;
    let end = index;
    while (element.contains(pieces[end + 1]?.node ?? null)) end += 1;
    const [from, to] = [pieces[first], pieces[end]];
    return from && to && { text: text.slice(from.start, to.start + to.length), start: from.start };
  }
  return undefined;
}
