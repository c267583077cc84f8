import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/* What the welcome page says of what leaves the browser, held against the code: whoever adds to it comes by here. */

const folder = path.join(import.meta.dirname, '..');
const sources = globSync('**/*.{ts,tsx}', { cwd: folder })
  .filter((file) => !file.includes('.test.'))
  .map((file) => ({
    file: file.replaceAll(path.sep, '/'),
    text: readFileSync(path.join(folder, file), 'utf8'),
  }));
const filesWith = (pattern: RegExp) =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .toSorted();

it('only these files ask something of a network', () => {
  expect(filesWith(/\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource\(/u)).toEqual([
    'connection/device-sign-in.ts', // The server that somebody connects to.
    'connection/follow-events.ts', // That server: listens.
    'outbox/call-server.ts', // That server.
    'sites/open-pdf.ts', // The site of a PDF that somebody opens.
  ]);
});

it('only these things are sent to the server', () => {
  const { text = '' } = sources.find(({ file }) => file === 'outbox/send.ts') ?? {};
  const sent = [...text.matchAll(/method: '(\w+)',\s*path: ['`]([^'`]+)/gu)].map(
    ([, method, place = '']) => `${method} ${place.replace(/\$\{[^}]*\}/gu, '…')}`,
  );
  expect(new Set(sent)).toEqual(
    new Set([
      'POST /documents',
      'PUT /documents/…',
      'POST /documents/…/renditions',
      'POST /annotations',
      'PUT /annotations/…',
      'DELETE /annotations/…',
      'PUT /readings',
      'POST /links',
      'DELETE /links/…',
      'PUT /dismissals/…',
      'DELETE /dismissals/…',
    ]),
  );
  expect(filesWith(/method: '(?:POST|PUT|DELETE)'/u)).toEqual([
    'connection/device-sign-in.ts',
    'connection/history-answers.ts', // Takes a change back.
    'outbox/revoke-tokens.ts',
    'outbox/send.ts',
  ]);
});
