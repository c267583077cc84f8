import { expect, it } from 'vitest';
import { distinctTitles } from './distinct-titles.ts';

const addressesOf = (...addresses: string[]) =>
  addresses.map((address) => ({ address, mediaType: 'text/html' as const }));

it('documents of one title are told apart by their dates, and those of one date by their addresses', () => {
  const [title, date] = ['Rapport', '2026-03-19'];
  const documents = [
    { id: 'alone', title: 'Brief', date, addresses: addressesOf('https://example.org/brief') },
    { id: 'page', title, date, addresses: addressesOf('https://www.example.org/rapport') },
    {
      id: 'pdf',
      title,
      date,
      addresses: addressesOf('https://example.org/rapport.pdf', 'https://example.org/copy.pdf'),
    },
    { id: 'earlier', title, date: '2025', addresses: [] },
    { id: 'undated', title, addresses: [] },
  ];
  expect(Object.fromEntries(distinctTitles(documents, 'nl'))).toEqual({
    alone: 'Brief',
    page: 'Rapport (19 maart 2026, example.org/rapport)',
    pdf: 'Rapport (19 maart 2026, example.org/rapport.pdf)',
    earlier: 'Rapport (2025)',
    undated: 'Rapport',
  });
});
