/** Characters that XML 1.0 (section 2.2) has no way to write, however they are escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** A text as XML can hold it: what cannot be written becomes `instead`. A file with one of these does not open. */
export function toXmlText(text: string, instead = ''): string {
  return text.replace(unwritable, instead);
}
