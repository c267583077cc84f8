import type { Speaker } from '@waarborg/shared/dossier';
import { describe, expect, it } from 'vitest';
import { emptyForm } from './coding-form.ts';
import { isTaken, proposalsOf, speakerOfSpeech } from './proposals.ts';

const speaker = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  name: 'Raad voor de rechtspraak',
  aliases: ['Rvdr'],
  kind: 'court',
} satisfies Speaker;
const passage =
  'Volgens de Raad voor de rechtspraak kost artikel 39 Vw 2000 € 660.000 tot € 800.000 per jaar.';

describe('proposals', () => {
  const proposals = proposalsOf({ passage, speakers: [speaker], usualSpeaker: undefined, language: 'nl' });

  it('are the speaker, the article and the amount that a passage names', () => {
    expect(proposals.map(({ text, changes }) => [text, changes])).toEqual([
      ['Raad voor de rechtspraak', { speaker: speaker.id }],
      ['art. 39 Vw 2000', { provision: 'art. 39 Vw 2000' }],
      [
        '€ 660.000 tot € 800.000 per jaar',
        { quantity: { value: '660000', to: '800000', unit: 'EUR', period: 'P1Y' } },
      ],
    ]);
  });

  it('are taken once the coding has what they give', () => {
    const form = { ...emptyForm('figure'), ...proposals[2]?.changes };
    expect(proposals.map((proposal) => isTaken(proposal, form))).toEqual([false, false, true]);
  });

  it('propose no issuer, who speaks anyway', () => {
    const without = proposalsOf({ passage, speakers: [speaker], usualSpeaker: speaker.id, language: 'nl' });
    expect(without.map(({ text }) => text)).not.toContain(speaker.name);
  });
});

it('propose a body that the dossier does not know where the passage says so, and who reports it', () => {
  const [first] = proposalsOf({
    passage: 'Volgens de Adviesraad Migratie is de tolk onmisbaar.',
    speakers: [speaker],
    usualSpeaker: 'Minister',
    language: 'nl',
  });
  expect(first?.changes).toEqual({ speaker: 'Adviesraad Migratie', reportedBy: 'Minister' });
});

it('propose through whom the passage knows what another says, before who only reports it', () => {
  const quoted = proposalsOf({
    passage: 'De regering schrijft dat de Raad voor de rechtspraak vreest voor vertraging.',
    speakers: [speaker],
    usualSpeaker: 'Tweede Kamer',
    language: 'nl',
  });
  expect(quoted.map(({ changes }) => changes)).toEqual([
    { speaker: speaker.id, reportedBy: 'Regering' },
    { speaker: 'Regering', reportedBy: 'Tweede Kamer' },
  ]);
});

describe('speakerOfSpeech', () => {
  it.each([
    [{ speaker: 'Van den Berg', party: 'A', start: 0 }, 'Van den Berg (A)'],
    [{ speaker: 'Vermeer', office: 'minister', start: 0 }, 'Minister Vermeer'],
    [{ speaker: 'voorzitter', office: 'voorzitter', start: 0 }, 'Voorzitter'],
  ])('names %j as %s', (speech, name) => {
    expect(speakerOfSpeech(speech)).toBe(name);
  });
});
