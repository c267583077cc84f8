import { citationMessages } from '../messages/citation.ts';
import type { Language } from '../messages/index.ts';
import { findEcli } from '../references/index.ts';
import { type CitedDocument, identifierOf } from './cited-document.ts';
import { type CitedPlace, joinNumbers } from './cited-place.ts';
import { courtName } from './courts.ts';
import { withDay } from './dates.ts';
import { placeInWords } from './place-in-words.ts';
import { readUnionRuling } from './union-ruling.ts';

/**
 * What the ordinal of a judgment of the European Court of Human Rights says:
 * `0515JUD005239199` is application 52391/99, decided on 15 May.
 */
const humanRightsOrdinal = /^(?<month>\d{2})(?<day>\d{2})[A-Z]{3}(?<number>\d{7})(?<year>\d{2})$/u;

function citeHumanRights(ecli: string, document: CitedDocument, language: Language): (string | undefined)[] {
  const [, , , year, ordinal = ''] = ecli.split(':');
  const { month, day, number, year: filed } = humanRightsOrdinal.exec(ordinal)?.groups ?? {};
  const date = document.date ?? (month && `${year}-${month}-${day}`);
  const court = courtName('CE:ECHR', language);
  return [
    withDay(court, date, language),
    number && citationMessages[language].application(`${Number(number)}/${filed}`),
    ecli,
  ];
}

/**
 * `r.o. 5.2`; the Court of Justice counts points, as conclusions of an advocate general do, and the Court of Human
 * Rights paragraphs. Undefined where none is known.
 *
 * @param ecli the ruling's, or the beginning that those of its court have; empty where it has none.
 */
export function considerationsInWords(
  ecli: string,
  place: CitedPlace,
  language: Language,
): string | undefined {
  const numbers = (place.sections ?? []).flatMap((section) =>
    'consideration' in section ? [section.consideration] : [],
  );
  if (numbers.length === 0) return undefined;
  const messages = citationMessages[language];
  const joined = joinNumbers(numbers, language);
  if (/^ECLI:(?:EU|NL:PHR):/u.test(ecli)) return messages.pointOfUnionCourt(joined);
  if (ecli.startsWith('ECLI:CE:')) return messages.paragraphOfHumanRightsCourt(joined);
  return messages.consideration(joined);
}

/** The ECLI of a ruling; one that nobody gave apart may open its title. */
function ecliOf(document: CitedDocument): string | undefined {
  const isTitled = document.sourceType === 'court-ruling' && /^ECLI:/iu.test(document.title);
  return identifierOf(document, 'ecli') ?? (isTitled ? findEcli(document.title) : undefined);
}

/**
 * `Rb. Den Haag 28 juni 2022, ECLI:NL:RBDHA:2022:6122, r.o. 5`. The page or the heading only where the consideration is
 * not known. Undefined without an ECLI.
 */
export function citeRuling(document: CitedDocument, place: CitedPlace, language: Language) {
  const ecli = ecliOf(document);
  if (!ecli) return undefined;
  const [, country, court, year] = ecli.split(':');
  const where = considerationsInWords(ecli, place, language) ?? placeInWords(place, language);
  if (country === 'CE') return [...citeHumanRights(ecli, document, language), where];
  const name = courtName(`${country}:${court}`, language, document.date ?? year) ?? document.issuerName;
  // The ECLI of a conclusion looks like that of a judgment; only its CELEX number tells.
  const isConclusion = readUnionRuling(identifierOf(document, 'celex') ?? '')?.isConclusion;
  const whose = isConclusion && name ? citationMessages[language].conclusionAt(name) : name;
  return [withDay(whose, document.date, language), ecli, where];
}
