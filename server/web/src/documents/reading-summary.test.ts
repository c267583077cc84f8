import { describe, expect, it } from 'vitest';
import { readingsBySafeguard, summariseReadings } from './reading-summary.ts';

const at = '2026-05-12T10:00:00Z';

describe('summariseReadings', () => {
  it('counts safeguards for each reviewer, and says when somebody read for all', () => {
    const readings = [
      { document: 'a', reviewer: 'anna', safeguard: 'minors', at },
      { document: 'old', reviewer: 'anna', safeguard: 'voornemen', at },
      { document: 'a', reviewer: 'anna', safeguard: 'minors', at },
      { document: 'a', reviewer: 'bram', at },
      { document: 'b', reviewer: 'carla', at },
    ];
    expect(summariseReadings({ id: 'a', aliases: ['old'] }, readings)).toEqual([
      { reviewer: 'anna', safeguards: 2 },
      { reviewer: 'bram', safeguards: 'all' },
    ]);
  });

  it('names who began first before the others, whatever their ids', () => {
    const readings = [
      { document: 'a', reviewer: 'anna', safeguard: 'minors', at },
      { document: 'a', reviewer: 'bram', at: '2026-05-11T10:00:00Z' },
    ];
    const summary = summariseReadings({ id: 'a', aliases: [] }, readings);
    expect(summary.map(({ reviewer }) => reviewer)).toEqual(['bram', 'anna']);
  });
});

describe('readingsBySafeguard', () => {
  it('names who read a document for each safeguard, and leaves nobody where nobody did', () => {
    const readings = [
      { document: 'old', reviewer: 'anna', safeguard: 'voornemen', at },
      { document: 'b', reviewer: 'bram', at },
    ];
    const safeguards = ['voornemen', 'minors'];
    expect(readingsBySafeguard({ id: 'a', aliases: ['old'] }, readings, safeguards)).toEqual([
      { safeguard: 'voornemen', reviewers: ['anna'] },
      { safeguard: 'minors', reviewers: [] },
    ]);
    expect(readingsBySafeguard({ id: 'b', aliases: [] }, readings, safeguards)).toEqual([
      { safeguard: 'voornemen', reviewers: ['bram'] },
      { safeguard: 'minors', reviewers: ['bram'] },
    ]);
  });
});
