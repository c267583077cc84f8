import { expect, it } from 'vitest';
import type { Opening, PageClues } from '../messaging/index.ts';
import { type Background, openAhead } from './open-ahead.ts';

const clues: PageClues = {
  address: 'https://example.nl/brief',
  title: 'Brief',
  heading: 'Brief',
  metadata: [],
  labels: [],
  canonical: '',
  beginning: 'Geachte voorzitter',
};
const opening: Opening = { ok: false, code: 'not-connected' };

/** A background that answers, and says what one wants it to. */
function createBackground() {
  const listeners = new Set<Parameters<Background['onEvent']>[0]>();
  const background: Background = {
    ask: async () => opening,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const say = (event: Parameters<typeof tell>[0]['event']) => tell({ event });
  const tell: Parameters<Background['onEvent']>[0] = (event) => {
    for (const listener of listeners) listener(event);
  };
  return { background, listeners, say };
}

it('gives the answer for the page as it was when it was asked, and listens no longer', async () => {
  const { background, listeners } = createBackground();
  const ahead = openAhead(clues, background);
  expect(listeners.size).toBe(1);
  expect(await ahead.take({ ...clues })).toBe(opening);
  expect(listeners.size).toBe(0);
});

it('gives none for a page that says something else of itself by then', () => {
  const { background } = createBackground();
  expect(openAhead(clues, background).take({ ...clues, title: 'Antwoord' })).toBeUndefined();
});

it.each(['annotations-changed', 'connection-changed'] as const)('gives none after %s', (event) => {
  const { background, say } = createBackground();
  const ahead = openAhead(clues, background);
  say(event);
  expect(ahead.take(clues)).toBeUndefined();
});

it('gives the one it has after what is not about passages', async () => {
  const { background, say } = createBackground();
  const ahead = openAhead(clues, background);
  say('tab-changed');
  expect(await ahead.take(clues)).toBe(opening);
});
