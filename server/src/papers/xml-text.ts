/** Characters that XML 1.0 forbids (section 2.2), however they are written. A file with one of them does not open. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** A value with every text in it as XML can hold it. */
export function toXmlText<T>(value: T): T {
  if (typeof value === 'string') return value.replace(forbidden, '') as T;
  if (Array.isArray(value)) return value.map(toXmlText) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toXmlText(part)])) as T;
}
