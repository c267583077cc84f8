import type { DocumentIdentifier } from '../dossier/index.ts';
import { findEcli, findReferences, identifiersOfAddress, toPublicationId } from '../references/index.ts';

const months = ['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const englishMonths: Readonly<Record<string, string>> = { mar: 'maa', mrt: 'maa', may: 'mei', oct: 'okt' };

function toDay(year: string, month: string, day: string): string | undefined {
  const [m, d] = [month.padStart(2, '0'), day.padStart(2, '0')];
  const instant = new Date(`${year}-${m}-${d}T00:00:00Z`);
  // The thirtieth of February becomes another day.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(`${year}-${m}-${d}`)
    ? `${year}-${m}-${d}`
    : undefined;
}

/**
 * A date as people write it, as far as it is known: `2026-05-12`, `12-05-2026`, `12/5/2026`, `12 mei 2026`,
 * `2026-05`, `2026`. Undefined for anything else.
 */
export function readDay(text: string): string | undefined {
  const whole = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/u.exec(whole);
  if (iso) return toDay(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/u.exec(whole);
  if (dutch) return toDay(dutch[3] ?? '', dutch[2] ?? '', dutch[1] ?? '');
  const words = /^(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})$/iu.exec(whole);
  if (words) {
    const name = (words[2] ?? '').toLowerCase();
    const month = months.indexOf(englishMonths[name] ?? name) + 1;
    return month === 0 ? undefined : toDay(words[3] ?? '', String(month), words[1] ?? '');
  }
  return /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u.test(whole) ? whole : undefined;
}

/** A number as Dutch or English writes it: `1.500,5`, `1,500.5`, `€ 660.000`. Undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const digits = text.replace(/[€$\s\u00A0]/gu, '');
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(digits))
    return Number(digits.replace(/\./gu, '').replace(',', '.'));
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(digits)) return Number(digits.replace(/,/gu, ''));
  return /^-?\d+(?:[.,]\d+)?$/u.test(digits) ? Number(digits.replace(',', '.')) : undefined;
}

/** Identifiers that are told by their shape alone. */
const plainSchemes = [
  ['bwb', /^BWB[RV]\d{7}$/iu],
  ['tweede-kamer', /^\d{4}D\d{5}$/iu],
  ['celex', /^3\d{4}[A-Z]{1,2}\d{4}$/iu],
] as const satisfies readonly (readonly [DocumentIdentifier['scheme'], RegExp])[];

function readIdentifier(text: string): DocumentIdentifier[] {
  const ecli = findEcli(text);
  if (ecli) return [{ scheme: 'ecli', value: ecli }];
  const publication = toPublicationId(text);
  if (publication) return [{ scheme: 'official-publication', value: publication }];
  const known = plainSchemes.find(([, shape]) => shape.test(text));
  if (known) return [{ scheme: known[0], value: text.toUpperCase() }];
  if (/^https?:/iu.test(text)) return identifiersOfAddress(text);
  // "Kamerstukken II 2024/25, 36704, nr. 11": only where the whole text is that one reference.
  const [only, ...more] = findReferences(text).filter(({ identifier }) => identifier);
  return only?.identifier && more.length === 0 && only.end - only.start > text.length / 2
    ? [only.identifier]
    : [];
}

/** The identifier of a document whose title begins with its ECLI, or is the Kamerstuk as it is cited. */
export function identifiersOfTitle(title: string): DocumentIdentifier[] {
  const ecli = /^ECLI:/iu.test(title) ? findEcli(title) : undefined;
  if (ecli) return [{ scheme: 'ecli', value: ecli }];
  const [only] = findReferences(title);
  const isWhole = only?.kind === 'kamerstuk' && only.start === 0 && only.end === title.length;
  return isWhole && only.identifier ? [only.identifier] : [];
}

/** The identifiers of one document that a cell names, separated by `;`: ECLI, official publication, BWB, CELEX, or a Kamerstuk as it is cited. */
export function readIdentifiers(text: string): DocumentIdentifier[] {
  return text
    .split(/[;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(readIdentifier);
}
