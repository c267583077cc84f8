const variants: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u00ad': '-',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
};

/**
 * The text with one shape of space, hyphen and quotation mark, so that patterns need to know only those.
 * Offsets stay what they are: every character becomes one character.
 */
export function evenOut(text: string): string {
  return text.replace(
    /[\u00a0\u2007\u2009\u202f\u00ad\u2010-\u2015\u2212\u2018-\u201a\u201c-\u201e\u00ab\u00bb]/g,
    (character) => variants[character] ?? character,
  );
}
