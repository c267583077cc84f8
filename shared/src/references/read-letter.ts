/** What a letter says above its text: what it is about and when it was written. */
import { capitalise, onOneLine } from '../text/index.ts';
import { readDate } from './date-in-text.ts';
import type { TextClues } from './text-clues.ts';

const subject =
  /(?:^|\n)[ \t]*(?:Betreft|Onderwerp)[ \t]*:?[ \t]*\n?[ \t]*(?<subject>[^\n]{4,200})(?:\n(?<next>[^\n]{2,200}))?/iu;
/** A line of the letterhead, or the salutation. */
const label = /^[ \t]*(?:datum|(?:ons|uw) kenmerk|bijlagen?|geachte|pagina|contact|doorkiesnummer|aantal)/iu;
/** A subject that is not at its end goes on in the next line. */
const goesOn = /(?:^|\s)(?:de|het|een|van|voor|en|of|tot|in|op|inzake|over|met|bij|wet)$|[,-]$/iu;
/** Labels of other days stand beside it on the site of the Council of State. */
const dated =
  /(?:^|\n)[ \t]*(?:Datum|Date)[ \t]*:?\s{0,4}(?!\s*(?:aanhangig|publicatie|ontvangst))(?<date>[^\n]{4,40})/iu;
/** `Den Haag, 12 mei 2025`, the place of whoever writes, in a line that says no more than the number of a case. */
const atPlace =
  /(?:^|\n)[ \t]*(?:W\d{2}\.\d{2}\.\d{5}\/[IVX]+[ \t]+)?(?:'s-|\p{Lu})\p{L}[\p{L}' -]{1,24},[ \t]+(?<date>(?:\d{1,2}[ \t]+)?\p{L}{3,9}[ \t]+\d{4})[ \t]*(?=\n|$)/u;

function readSubject(head: string): string | undefined {
  const { subject: first, next } = subject.exec(head)?.groups ?? {};
  if (first === undefined) return undefined;
  const isUnfinished = goesOn.test(first.trim()) || /^[ \t]*\p{Ll}/u.test(next ?? '');
  const whole = next !== undefined && isUnfinished && !label.test(next) ? `${first} ${next}` : first;
  return capitalise(onOneLine(whole));
}

/** Subject and date of a letter, as far as it has them. */
export function readLetter(head: string): Pick<TextClues, 'title' | 'date'> {
  const title = readSubject(head);
  const date =
    readDate(dated.exec(head)?.groups?.date ?? '') ?? readDate(atPlace.exec(head)?.groups?.date ?? '');
  return { ...(title ? { title } : {}), ...(date ? { date } : {}) };
}
