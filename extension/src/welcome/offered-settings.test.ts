import { expect, it } from 'vitest';
import { parseManagedSettings } from '../outbox/managed-settings.ts';
import { toOfferedSettings } from './offered-settings.ts';

it.each([
  ['no policy', undefined, { sites: [], unusable: [] }],
  [
    'what can be used',
    {
      server: 'waarborg.example.nl/',
      dossier: 'wet-a',
      sites: ['example.nl', 'https://intranet.example.nl/lezen'],
    },
    {
      server: 'https://waarborg.example.nl',
      dossier: 'wet-a',
      sites: ['https://example.nl/*', 'https://intranet.example.nl/*'],
      unusable: [],
    },
  ],
  [
    'a server and a site that are none',
    { server: 'onze server', sites: ['example.nl', 'ons intranet'] },
    { sites: ['https://example.nl/*'], unusable: ['server', 'sites'] },
  ],
  [
    'what is not of its kind',
    { server: 'onze server', dossier: 'Wet A', sites: 'example.nl', keepTexts: 'no' },
    { sites: [], unusable: ['dossier', 'sites', 'keepTexts', 'server'] },
  ],
])('of %s the welcome page offers what can be used, and knows what cannot', (_what, stored, expected) => {
  expect(toOfferedSettings(parseManagedSettings(stored))).toEqual(expected);
});
