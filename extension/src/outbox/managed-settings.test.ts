import { expect, it } from 'vitest';
import { parseManagedSettings } from './managed-settings.ts';

const nothing = { sites: [], keepTexts: true, unusable: [] };

it.each([
  ['nothing', undefined, nothing],
  ['an empty policy', {}, nothing],
  ['what is no list of settings', 'https://waarborg.example.nl', nothing],
  [
    'all there is',
    { server: ' https://waarborg.example.nl ', dossier: 'wet-a', sites: ['example.nl'], keepTexts: false },
    {
      server: 'https://waarborg.example.nl',
      dossier: 'wet-a',
      sites: ['example.nl'],
      keepTexts: false,
      unusable: [],
    },
  ],
  [
    'mistakes',
    { server: 7, dossier: 'Wet A', sites: 'example.nl', keepTexts: 'no' },
    { sites: [], keepTexts: false, unusable: ['server', 'dossier', 'sites', 'keepTexts'] },
  ],
])('%s is read as what it can only mean', (_what, stored, expected) => {
  expect(parseManagedSettings(stored)).toEqual(expected);
});
