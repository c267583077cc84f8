/** Names of the months in Dutch and English, each with what it is shortened to beyond its first letters. */
const months = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['maart', 'march', 'mrt'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['augustus', 'august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['december'],
];

function toDay(year: string, month: string, day: string): string | undefined {
  const [m, d] = [month.padStart(2, '0'), day.padStart(2, '0')];
  const instant = new Date(`${year}-${m}-${d}T00:00:00Z`);
  // The thirtieth of February becomes another day.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(`${year}-${m}-${d}`)
    ? `${year}-${m}-${d}`
    : undefined;
}

/** Number of a month by its name or the beginning of that (three letters at least), with a leading zero. */
function monthOf(name: string): string | undefined {
  const written = name.toLowerCase();
  const month = months.findIndex((names) => names.some((one) => one.startsWith(written))) + 1;
  return month === 0 ? undefined : String(month).padStart(2, '0');
}

/** A time of day behind a date, as spreadsheets write it where nobody asked. */
const timeOfDay = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/u;
const weekday =
  /^(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:ma|di|wo|do|vr|za|zo)\.?),?\s+/iu;

/** A date whose year has two digits, as spreadsheets shorten it: `12-5-26`, `12-mei-26`, `mei-26`. */
const shortYear = /^((?:\d{1,2}([-/])(?:\d{1,2}|\p{L}{3,}\.?)\2|\p{L}{3,}\.?-))(\d{2})$/u;
/** The first year that two digits mean in the last century; before it they mean this one, as in Windows. */
const firstOfLastCentury = 50;

function dateWithoutTime(text: string): string {
  return text.trim().replace(timeOfDay, '').replace(weekday, '');
}

function withWholeYear(date: string): string {
  return date.replace(
    shortYear,
    (_, before, _sign, year) => `${before}${Number(year) < firstOfLastCentury ? 20 : 19}${year}`,
  );
}

/** Whether the year of a date has only two digits, so that its century is a guess. */
export function hasShortYear(text: string): boolean {
  return shortYear.test(dateWithoutTime(text));
}

/**
 * A date as people write it, day before month, as far as it is known: `2026-05-12`, `12-05-2026`, `12/5/26`,
 * `dinsdag 12 mei 2026`, `12-mei-26`, `mei 2026`, `2026-05`, `2026`. Undefined for anything else.
 */
export function readDay(text: string): string | undefined {
  const whole = withWholeYear(dateWithoutTime(text));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(whole);
  if (iso) return toDay(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/u.exec(whole);
  if (dutch) return toDay(dutch[3] ?? '', dutch[2] ?? '', dutch[1] ?? '');
  const [, day, name = '', year = ''] =
    /^(?:(\d{1,2})[-\s/]+)?(\p{L}{3,})\.?[-\s/]+(\d{4})$/u.exec(whole) ?? [];
  const month = name === '' ? undefined : monthOf(name);
  if (month) return day === undefined ? `${year}-${month}` : toDay(year, month, day);
  return /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u.test(whole) ? whole : undefined;
}
