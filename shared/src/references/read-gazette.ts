/** The title pages of the state's journals, each of which is one law or decision with the number by which it is cited. */
import { onOneLine } from '../text/index.ts';
import { readDate } from './date-in-text.ts';
import { longestTitle, type TextClues } from './text-clues.ts';

const bulletin =
  /^\s*Staatsblad\s+van\s+het\s+Koninkrijk\s+der\s+Nederlanden\s+Jaargang\s+(?<year>\d{4})\s+(?:Nr\.\s?)?(?<number>\d{1,4})\s+(?<title>(?:Rijkswet|Wet|Besluit|Beschikking)\s[\s\S]{10,600}?)(?=\n\s*(?:Wij\s|Op\s+de\s+voordracht|De\s+Minister|VRIJ\s))/u;
const gazette =
  /^\s*STAATSCOURANT\s+Officiële\s+uitgave\s+van\s+het\s+Koninkrijk\s+der\s+Nederlanden[^\n]*\n\s*Nr\.\s?(?<number>\d{1,6})\s+(?<day>\d{1,2}\s+\p{Ll}+\s+\d{4})\s+(?<title>[\s\S]{10,600}?)(?=\n\s*(?:De\s+\p{Lu}|Gelet\s|Het\s+bestuur|$))/u;

/** Reads the title page of the Staatsblad or the Staatscourant; undefined for anything else. */
export function readGazette(head: string): TextClues | undefined {
  const inBulletin = bulletin.exec(head)?.groups;
  const found = inBulletin ?? gazette.exec(head)?.groups;
  if (!found) return undefined;
  const title = onOneLine(found.title ?? '');
  const date = readDate(found.day ?? title);
  const year = found.year ?? date?.slice(0, 4);
  return {
    ...(year
      ? {
          identifier: {
            scheme: 'official-publication',
            value: `${inBulletin ? 'stb' : 'stcrt'}-${year}-${found.number}`,
          },
        }
      : {}),
    title: title.slice(0, longestTitle),
    ...(date ? { date } : {}),
    sourceType: 'legislation',
  };
}
