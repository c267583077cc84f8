/** How a calendar date is written that is known to the year, the month or the day; not every day that it can write is one. */
export const documentDatePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether a text is a date of a document: `2026`, `2026-05` or `2026-05-12`, and that day is in the calendar. */
export function isDocumentDate(text: string): boolean {
  if (!documentDatePattern.test(text)) return false;
  const date = new Date(text);
  // JavaScript takes the 30th of February for a day of March.
  return date.toISOString().startsWith(text);
}
