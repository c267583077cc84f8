/** Swedish writes days as ISO 8601 does. */
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The day of an instant where papers are read, in the Netherlands, wherever the server is: `2026-05-12`. */
export function dutchDay(instant: Date | string): string {
  return day.format(new Date(instant));
}
