const months =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
/** Those that English writes otherwise; the others are alike. */
const englishMonths: Readonly<Record<string, string>> = {
  january: 'januari',
  february: 'februari',
  march: 'maart',
  may: 'mei',
  june: 'juni',
  july: 'juli',
  august: 'augustus',
  october: 'oktober',
};
/** A date in words, Dutch or English, as far as it is known: `12 mei 2026`, `Mei - 2026`. */
const inWords = new RegExp(
  String.raw`(?:(?<day>\d{1,2})\s+)?(?<month>${[...months, ...Object.keys(englishMonths)].join('|')})\s*-?\s*(?<year>(?:19|20)\d{2})(?!\d)`,
  'iu',
);

/** A day in digits, as letters have it: `12-05-2026`, `12/5/2026`. */
const inDigits =
  /(?<!\d)(?<day>0?[1-9]|[12]\d|3[01])[-/.](?<month>0?[1-9]|1[0-2])[-/.](?<year>(?:19|20)\d{2})(?!\d)/u;

function readDigits(text: string): string | undefined {
  const { day = '', month = '', year } = inDigits.exec(text)?.groups ?? {};
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The first date in words, else in digits, as far as it is known: `2026-05-12`, `2026-05`. */
export function readDate(text: string): string | undefined {
  const { day, month = '', year } = inWords.exec(text)?.groups ?? {};
  const name = month.toLowerCase();
  const number = months.indexOf(englishMonths[name] ?? name) + 1;
  if (number === 0) return readDigits(text);
  const parts = [
    year,
    String(number).padStart(2, '0'),
    ...(day && Number(day) <= 31 ? [day.padStart(2, '0')] : []),
  ];
  return parts.join('-');
}
