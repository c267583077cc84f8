import { circularOf } from './laws.ts';
import type { Reference } from './reference.ts';

const paragraph = String.raw`[A-D]\d{1,2}\/\d{1,2}(?:\.\d{1,2}){0,4}(?![\d/])`;
const circular = String.raw`(?:\s*,?\s*(?:van\s+)?(?:de\s+)?(?:Vreemdelingencirculaire(?:\s+2000)?|Vc(?:\s*2000)?)(?![A-Za-z]))`;
/** `paragraaf C2/6.2.8`, and without the word only where the circular is named: `C2/6.2.8 Vc 2000`. */
const named = new RegExp(
  String.raw`(?<![A-Za-z0-9/])(?:(?:[Pp]aragra(?:af|fen)|[Pp]ar\.|§{1,2})\s*(?<first>${paragraph})(?<others>(?:\s*(?:,|en|of|tot en met|t\/m)\s*${paragraph})*)${circular}?|(?<bare>${paragraph})${circular})`,
  'g',
);

function toReference(value: string, start: number, end: number): Reference {
  const { name, identifier } = circularOf(value);
  return {
    kind: 'article',
    start,
    end,
    canonical: `par. ${value} ${name}`,
    provision: { article: `par. ${value}`, law: name },
    ...(identifier ? { identifier, link: `https://wetten.overheid.nl/${identifier.value}` } : {}),
  };
}

/** Paragraphs of the Vreemdelingencirculaire 2000, which has chapters with letters, in a plain text. */
export function findCircularParagraphs(text: string): Reference[] {
  return [...text.matchAll(named)].flatMap(({ index, 0: whole, groups }) => {
    const { first, others = '', bare } = groups ?? {};
    const end = index + whole.length;
    if (bare !== undefined) return [toReference(bare, index, end)];
    const behind = text.indexOf(first ?? '', index) + (first?.length ?? 0);
    const more = [...others.matchAll(new RegExp(paragraph, 'g'))].map((match) => ({
      value: match[0],
      start: behind + match.index,
      end: behind + match.index + match[0].length,
    }));
    const all = [{ value: first ?? '', start: index, end: behind }, ...more];
    return all.map((one, place) =>
      toReference(one.value, one.start, place === all.length - 1 ? end : one.end),
    );
  });
}
