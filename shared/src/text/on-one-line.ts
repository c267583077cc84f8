/** A text on one line, as a browser shows it: any white space as one space, and none around it. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
