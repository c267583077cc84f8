import { expect, it } from 'vitest';
import { parseManagedSettings } from './managed-settings.ts';

const nothing = { sites: [], keepTexts: true };

it.each([
  ['nothing', undefined, nothing],
  ['an empty policy', {}, nothing],
  [
    'all there is',
    { server: ' https://waarborg.example.nl ', dossier: 'wet-a', sites: ['example.nl'], keepTexts: false },
    { server: 'https://waarborg.example.nl', dossier: 'wet-a', sites: ['example.nl'], keepTexts: false },
  ],
  [
    'mistakes',
    { server: 7, dossier: 'Wet A', sites: 'example.nl', keepTexts: 'no' },
    { sites: [], keepTexts: false },
  ],
])('%s is read as what it can only mean', (_what, stored, expected) => {
  expect(parseManagedSettings(stored)).toEqual(expected);
});
