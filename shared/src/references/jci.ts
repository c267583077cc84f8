import { nameOfLaw } from './laws.ts';
import type { Reference } from './reference.ts';

const jci =
  /(?<![A-Za-z0-9])jci1\.\d{1,2}:[cv]:(?<law>BWB[RV]\d{7})(?<place>(?:&[a-z]{1,12}=[A-Za-z0-9:.,-]*[A-Za-z0-9])*)/gi;

/** Addresses of articles by JCI, with the date of the version that is cited. */
export function findJci(text: string): Reference[] {
  return [...text.matchAll(jci)].map((match) => {
    const value = match.groups?.law?.toUpperCase() ?? '';
    const place = new URLSearchParams(match.groups?.place?.slice(1));
    const number = place.get('artikel');
    const version = place.get('z');
    const name = nameOfLaw(value) ?? value;
    const parts = [
      ...(number ? [`art. ${number}`] : []),
      ...(place.get('lid') ? [`lid ${place.get('lid')}`] : []),
      name,
      ...(version ? [`(${version})`] : []),
    ];
    return {
      kind: number ? ('article' as const) : ('law' as const),
      start: match.index,
      end: match.index + match[0].length,
      canonical: parts.join(' '),
      provision: { law: name, ...(number ? { article: `art. ${number}` } : {}) },
      identifier: { scheme: 'bwb' as const, value },
      link: `https://wetten.overheid.nl/${match[0]}`,
    };
  });
}
