/**
 * Cases by their numbers, where no ECLI stands beside them: of Europe's courts (`C-411/10`, `EHRM 21 januari 2011, nr.
 * 30696/09`) and of Dutch ones (`202203456/1/V2`, `NL24.12345`, `AWB 19/1234`); and advice of the Raad van State:
 * `W16.24.00353/II`. A case can have several rulings: its number names no document.
 */
import type { Reference } from './reference.ts';

/** How far around a number the words stand that make it a case of the Union, and its ECLI. */
const nearby = 100;
const unionCase = /(?<![\w/.-])[CTF]-\d{1,4}\/\d{2}(?:\s?(?:PPU|P|RX))?(?![\w/-])/g;
const ofUnionCourt =
  /(?<!\p{L})(?:(?:gevoegde\s)?za(?:ak|ken)|arrest|HvJ|Hof|Gerecht|GvEA|beschikking|conclusie|prejudici|case)|(?<!\p{L})punt(?:en)?\s\d/iu;
/** A court, or what only its cases have, from where on a sentence can name them. */
const humanRights =
  /(?<![A-Za-z])(?:EHRM|ECRM|ECtHR|Europe(?:es|se) Hof voor de Rechten van de Mens|appl(?:\.|ication)? ?n[ro]s?\.?|verzoekschrift n[ro]s?\.)(?<rest>[^;\n]{0,160})/gi;
/** A year with what is counted in it is none, `JV 2009/29`, `2010/11`, unless it is called a number. */
const application = /(?<![\w/.-])(?:(?<=n[ro]s?\.? ?)|(?!(?:19|20)\d{2}\/))\d{2,5}\/\d{2}(?![\w/-])/g;
const ecliBehind = /^[^;\n]{0,70}(?:EU:[CTF]|CE:ECHR|ECLI:NL:\w{2,7}):\d{4}/u;
const ecliBefore = /(?:EU:[CTF]|CE:ECHR|ECLI:NL:\w{2,7}):\d{4}:\w{1,25}[^;\n]{0,10}$/u;
/** Of the Afdeling bestuursrechtspraak, of a court's digital cases, and of those before them. */
const dutchCase =
  /(?<![\w/.-])(?:20\d{7}\/\d{1,2}\/[A-Z]\d{1,2}|NL\d{2}\.\d{2,6}|(?<court>AWB) ?(?<number>\d{2}\/\d{1,6}))(?!\w|[/.-]\w)/g;
/** Before and behind the numbers that a ruling has of its own. */
const ofItselfBefore = /zaaknummers?:?\s(?:(?:AWB\s?)?[\w./]{5,16}(?:,| en)\s)*$/iu;
const ofItselfBehind = /^(?: en [\w/]{6,16})?\.?\s{1,3}Datum uitspraak/u;
const advice = /(?<![\w.])W\d{2}\.\d{2}\.\d{4,5}\/[IV]{1,4}(?:\/[A-Z])?(?![\w/])/g;

/** Whether the ECLI of the same ruling stands beside a number. */
function hasEcli(text: string, start: number, end: number): boolean {
  return (
    ecliBehind.test(text.slice(end, end + nearby)) ||
    ecliBefore.test(text.slice(Math.max(0, start - nearby), start))
  );
}

function* findUnionCases(text: string): Generator<Reference> {
  // Several in a row are cases where the first of them is.
  let last = -Infinity;
  for (const { index: start, 0: written } of text.matchAll(unionCase)) {
    const end = start + written.length;
    const isBehindAnother = start - last <= nearby;
    if (!isBehindAnother && !ofUnionCourt.test(text.slice(Math.max(0, start - nearby), end + nearby)))
      continue;
    last = end;
    if (hasEcli(text, start, end)) continue;
    const [number = ''] = written.split(/\s?(?=P|RX)/u);
    const link = `https://curia.europa.eu/juris/liste.jsf?num=${number}`;
    yield { kind: 'case', start, end, canonical: number, link };
  }
}

function* findApplications(text: string): Generator<Reference> {
  for (const { index, 0: whole, groups } of text.matchAll(humanRights)) {
    const rest = groups?.rest ?? '';
    const from = index + whole.length - rest.length;
    for (const { index: place, 0: number } of rest.matchAll(application)) {
      const [start, end] = [from + place, from + place + number.length];
      if (hasEcli(text, start, end)) continue;
      const link = `https://hudoc.echr.coe.int/eng#%7B%22appno%22:[%22${number}%22]%7D`;
      yield { kind: 'case', start, end, canonical: `EHRM ${number}`, link };
    }
  }
}

function* findDutchCases(text: string): Generator<Reference> {
  for (const { index: start, 0: written, groups } of text.matchAll(dutchCase)) {
    const end = start + written.length;
    const isOfItself =
      ofItselfBefore.test(text.slice(Math.max(0, start - nearby), start)) ||
      ofItselfBehind.test(text.slice(end, end + nearby));
    if (isOfItself || hasEcli(text, start, end)) continue;
    yield { kind: 'case', start, end, canonical: groups?.court ? `AWB ${groups.number}` : written };
  }
}

/** Cases and advice of the Raad van State by their numbers, in a plain text. */
export function findCaseNumbers(text: string): Reference[] {
  const advices = [...text.matchAll(advice)].map(({ index: start, 0: canonical }) => ({
    kind: 'advice' as const,
    start,
    end: start + canonical.length,
    canonical,
  }));
  return [...findUnionCases(text), ...findApplications(text), ...findDutchCases(text), ...advices];
}
