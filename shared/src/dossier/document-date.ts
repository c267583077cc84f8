/** How a calendar date is written that is known to the year, the month or the day. */
export const documentDatePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether a text is a date of a document: `2026`, `2026-05` or `2026-05-12`. */
export function isDocumentDate(text: string): boolean {
  return documentDatePattern.test(text);
}
