/** Swedish writes days and times as ISO 8601 does, but for a space between them. */
const dutchClock = new Intl.DateTimeFormat('sv-SE', {
  ...{ dateStyle: 'short', timeStyle: 'medium' },
  timeZone: 'Europe/Amsterdam',
});

/** How far clocks in the Netherlands are ahead of UTC. */
function aheadMs(instant: number): number {
  return Date.parse(`${dutchClock.format(instant).replace(' ', 'T')}Z`) - instant;
}

/**
 * The instant at which clocks in the Netherlands show a time, written as fields give it: `2026-05-12T14:05`. Where
 * they show it twice the later, where they skip it an hour on; undefined for what is no time.
 */
export function dutchInstant(time: string): Date | undefined {
  const asUtc = Date.parse(`${time}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // Clocks may change between the instant that this guesses and the one that it is.
  const guess = asUtc - aheadMs(asUtc);
  return new Date(asUtc - aheadMs(guess));
}
