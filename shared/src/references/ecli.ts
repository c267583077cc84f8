/**
 * ECLI (Council conclusions 2011/C 127/01): country, court (1–7 characters, begins with a letter), year,
 * ordinal of at most 25 letters, digits and full stops. Spaces around the first colon are seen in practice, or one behind
 * each of them, and ids of files that end in `:DOC` or `:INH`; with anything else after another colon it is damaged.
 */
const whole =
  /(?<![A-Za-z0-9:])ECLI {0,2}: {0,2}(?<country>[A-Z]{2}):(?<gap>(?:(?<=: [A-Z]{2}:) )?)(?<court>[A-Z][A-Z0-9]{0,6}):\k<gap>(?<year>\d{4}):\k<gap>(?<ordinal>[A-Z0-9.]{1,25})(?![A-Z0-9])(?!:(?!DOC|INH)[A-Z0-9])/gi;

/** What the ordinal must look like where that is known; what follows it after a full stop is no part of it. */
const ordinals: Readonly<Record<string, RegExp>> = {
  NL: /^(?:[1-9]\d*|[A-Z]{2}\d{4})(?=$|\.[A-Z])/iu,
  EU: /^\d+(?=$|\.[A-Z])/iu,
};

/** An ECLI in a text; `text.slice(start, end)` is it as it is written. */
export interface WrittenEcli {
  /** In canonical upper case. */
  readonly ecli: string;
  readonly start: number;
  /** First offset after it. */
  readonly end: number;
}

/**
 * The ECLI that its parts make at the end of a match, without what ends the sentence; none where its courts give no
 * such ordinal.
 *
 * @param parts country, court, year and ordinal as they are written.
 */
export function toEcli(match: RegExpExecArray, parts: readonly string[]): WrittenEcli[] {
  const [country = '', court = '', year = '', written = ''] = parts;
  const plain = written.replace(/\.+$/u, '');
  const shape = ordinals[country.toUpperCase()];
  const ordinal = shape ? shape.exec(plain)?.[0] : plain;
  if (!ordinal) return [];
  const end = match.index + match[0].length - (written.length - ordinal.length);
  return [{ ecli: `ECLI:${country}:${court}:${year}:${ordinal}`.toUpperCase(), start: match.index, end }];
}

/** Every whole ECLI in a text. A damaged one is none. */
export function readEclis(text: string): WrittenEcli[] {
  return [...text.matchAll(whole)].flatMap((match) => {
    const { country = '', court = '', year = '', ordinal = '' } = match.groups ?? {};
    return toEcli(match, [country, court, year, ordinal]);
  });
}

/** The first whole ECLI in a text, in canonical upper case. */
export function findEcli(text: string): string | undefined {
  return readEclis(text)[0]?.ecli;
}
