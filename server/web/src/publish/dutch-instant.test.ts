import { describe, expect, it } from 'vitest';
import { dutchInstant } from './dutch-instant.ts';

describe('the instant of a time in the Netherlands', () => {
  it.each([
    ['in winter', '2027-01-15T12:00', '2027-01-15T11:00:00.000Z'],
    ['in summer', '2027-07-15T12:00', '2027-07-15T10:00:00.000Z'],
    ['just before clocks go forward', '2027-03-28T01:59', '2027-03-28T00:59:00.000Z'],
    ['just after clocks go forward', '2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
    ['that clocks skip is an hour on', '2027-03-28T02:30', '2027-03-28T01:30:00.000Z'],
    ['just before clocks go back', '2027-10-31T01:59', '2027-10-30T23:59:00.000Z'],
    ['that clocks show twice is the later', '2027-10-31T02:30', '2027-10-31T01:30:00.000Z'],
    ['just after clocks went back', '2027-10-31T03:00', '2027-10-31T02:00:00.000Z'],
  ])('%s', (_, time, instant) => {
    expect(dutchInstant(time)?.toISOString()).toBe(instant);
  });

  it('is none of what is no time', () => {
    expect(dutchInstant('morgen')).toBeUndefined();
  });
});
