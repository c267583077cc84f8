/** What rows and columns can be. */
export const axes = [
  'safeguard',
  'impact',
  'document',
  'speaker',
  'speakerKind',
  'sourceType',
  'measure',
  'stage',
  'provision',
  'month',
  'reviewer',
] as const;
export type Axis = (typeof axes)[number];

/** What can be left out of a table where nothing is counted in it. */
export const hideable = ['rows', 'columns'] as const;
export type Hideable = (typeof hideable)[number];

/** Member of an axis for codings that say nothing about it, such as the column of codings without impact. */
export const noValue = 'none';
