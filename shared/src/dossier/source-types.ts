/** What kinds of documents there are, by who makes them and what for. */
export const sourceTypes = [
  'parliamentary-paper',
  'legislative-advice',
  'inspection-letter',
  'court-ruling',
  'implementation-report',
  'position-paper',
  'legislation',
  'press',
  'other',
] as const;
export type SourceType = (typeof sourceTypes)[number];
