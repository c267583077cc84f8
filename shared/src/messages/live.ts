import { defineCatalogue } from './catalogue.ts';

/** What a page says of the work of others that comes in while it is open. */
export const liveMessages = defineCatalogue(
  {
    live: 'Wat anderen coderen, verschijnt hier vanzelf.',
    broken: 'Geen verbinding met de server. Zodra die er weer is, worden de getallen bijgewerkt.',
    changed: (count: number, who: string, time: string) =>
      `${time}: ${count === 1 ? '1 getal' : `${count} getallen`} gewijzigd${who === '' ? '' : ` door ${who}`}.`,
    rearrange: 'Toon de nieuwe rijen, kolommen en volgorde',
  },
  {
    live: 'What others code appears here by itself.',
    broken: 'No connection to the server. Numbers are updated as soon as it is back.',
    changed: (count, who, time) =>
      `${time}: ${count === 1 ? '1 number' : `${count} numbers`} changed${who === '' ? '' : ` by ${who}`}.`,
    rearrange: 'Show the new rows, columns and order',
  },
);
