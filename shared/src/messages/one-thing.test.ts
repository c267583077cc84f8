import { expect, it } from 'vitest';
import { cellMessages } from './cell.ts';
import { paperMessages } from './papers.ts';
import { peopleMessages } from './people.ts';
import { suggestionMessages } from './suggestions.ts';

it.each([
  [peopleMessages.nl.days(1), '1 dag'],
  [peopleMessages.en.days(1), '1 day'],
  [peopleMessages.en.usedTimes(1, true), 'once'],
  [cellMessages.nl.readTitle(0, 1), '0 van 1 document gelezen'],
  [cellMessages.en.nothingFoundExplained(1, 1), '1 of 1 document read; nothing was found in it on this.'],
  [suggestionMessages.nl['reason.elsewhere'](1), 'Zoektermen ervan staan in nog één zin van de tekst.'],
  [suggestionMessages.en['reason.trust'](1, 1), 'Of 1 coded passage with such a term, one is coded so.'],
  [paperMessages.en.notAccepted(1), '1 passage has not been accepted by a curator yet: ° stands with it.'],
])('one thing is said in the singular: %s', (said, expected) => {
  expect(said).toBe(expected);
});
