import type { Heading } from '@waarborg/shared/references';
import type { FlatText } from './flat-text.ts';

/** Headings of a page; those of official publications are not always marked up as such. */
const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"], .tussenkop';
/** What holds a document in a page: headings outside belong to the site. */
const containers = 'main, article, [role="main"], #broodtekst, #volledigetekst, .rnl-detail-uitspraaktekst';
/** What belongs to the site around a document. */
const furniture = 'nav, aside, footer, body > header, [role="banner"], [role="navigation"], dialog';
/** How many pieces of text are looked at: as many as the longest chapter has. */
const maxPieces = 10_000;

/**
 * The last heading before an offset, or the one in which it stands. Undefined where that is the title of the
 * document, which is no part of it, and where there is none near.
 */
export function findHeading(flat: FlatText<Text>, offset: number): Heading | undefined {
  const { pieces, text } = flat;
  const last = flat.indexOf(offset);
  const container = pieces[last]?.node.parentElement?.closest(containers);
  for (let index = last; index >= Math.max(0, last - maxPieces); index -= 1) {
    const element = pieces[index]?.node.parentElement?.closest(headings);
    if (!element || element.closest(furniture)) continue;
    if (container && !container.contains(element)) return undefined;
    if (element.localName === 'h1') return undefined;
    let first = index;
    while (first > 0 && element.contains(pieces[first - 1]?.node ?? null)) first -= 1;
    let end = index;
    while (element.contains(pieces[end + 1]?.node ?? null)) end += 1;
    const [from, to] = [pieces[first], pieces[end]];
    return from && to && { text: text.slice(from.start, to.start + to.length), start: from.start };
  }
  return undefined;
}
