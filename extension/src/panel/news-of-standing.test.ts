import { describe, expect, it } from 'vitest';
import { newsOfStanding, type Standing } from './news-of-standing.ts';

const quiet: Standing = { waiting: 0, refused: 0 };
const waiting: Standing = { waiting: 2, refused: 0 };
const refused: Standing = { waiting: 0, refused: 1 };
const offline: Standing = { ...waiting, trouble: 'server-unreachable' };

describe('newsOfStanding', () => {
  it.each([
    ['the last change was sent', waiting, quiet, 'sent'],
    ['the network is back and all is sent', offline, quiet, 'sent'],
    ['all was sent, and then the trouble was over', { ...offline, waiting: 0 }, quiet, 'sent'],
    ['a change was refused', waiting, refused, 'refused'],
    ['another change was refused', refused, { waiting: 0, refused: 2 }, 'refused'],
    ['the server cannot be reached', waiting, offline, 'trouble'],
    ['the server still cannot be reached', offline, { ...offline, waiting: 3 }, undefined],
    ['one of several was sent', waiting, { waiting: 1, refused: 0 }, undefined],
    ['a refused change was let go of', refused, quiet, undefined],
    ['nothing happened', quiet, quiet, undefined],
  ] as const)('when %s', (_what, before, now, news) => {
    expect(newsOfStanding(before, now)).toBe(news);
  });
});
