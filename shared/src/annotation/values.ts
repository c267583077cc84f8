/**
 * The closed vocabularies of a coding (domain.md, "A reviewer reads a document").
 * Their order is the order in which people see them.
 */

/** What happens to the safeguard. */
export const measures = [
  'abolished',
  'restricted',
  'not-observed',
  'absent',
  'kept',
  'strengthened',
  'introduced',
  'moved',
] as const;
export type Measure = (typeof measures)[number];

/** Whether the measure is a plan or the law. */
export const stages = ['proposed', 'adopted', 'in-force'] as const;
export type Stage = (typeof stages)[number];

/** Whether the effect is good or bad for the impact, read from the impact's "favourable means …". */
export const directions = ['favourable', 'unfavourable', 'neutral', 'unclear'] as const;
export type Direction = (typeof directions)[number];

/** What the claim rests on; the first that fits. */
export const bases = ['norm', 'figure', 'finding', 'expectation', 'description', 'position'] as const;
export type Basis = (typeof bases)[number];

/** A coding is a draft until a curator decides. */
export const statuses = ['draft', 'accepted', 'rejected'] as const;
export type Status = (typeof statuses)[number];
