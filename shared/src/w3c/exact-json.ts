/** What engines can do since ES2026, which the types do not know yet. */
interface ExactJson {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): unknown;
}

const exactJson = JSON as unknown as ExactJson;

/** What a text has in which a number may be one that a double does not hold: many digits, or an exponent. */
const mayBeInexact = /\d[\d.]{15}|\d[eE]/u;

/** Digits without zeros around them, and the power of ten of the last: equal for equal numbers. */
function canonicalNumber(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/iu.exec(text) ?? [];
  const digits = `${whole}${fraction}`;
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - end);
  const significant = digits.slice(0, end).replace(/^0+/u, '');
  return significant === '' ? '0' : `${sign}${significant}e${power}`;
}

/**
 * Reads JSON of somebody else, of which `JSON.stringify` gives back every number as it was said: one that a double does
 * not hold, such as 12345678901234567890, is kept as it is written and is no number here.
 *
 * @throws SyntaxError
 */
export function parseExactly(text: string): unknown {
  if (!mayBeInexact.test(text)) return JSON.parse(text);
  return exactJson.parse(text, (_, value, { source }) => {
    if (typeof value !== 'number' || source === undefined) return value;
    return canonicalNumber(source) === canonicalNumber(String(value)) ? value : exactJson.rawJSON(source);
  });
}
