import { describe, expect, it } from 'vitest';
import { findSpeech } from './index.ts';

const debate = `Aan de orde is het wetsvoorstel.
De voorzitter:
Ik open de vergadering.
De heer Van den Berg (Partij A):
Voorzitter. Het voornemen moet blijven.
Mevrouw De Wit-Jansen (B-C):
Ik ben het daar niet mee eens: het kost tijd.
Minister Vermeer:
Het kabinet schaft het af.`;

describe('findSpeech', () => {
  it.each([
    ['Ik open', { speaker: 'voorzitter', office: 'voorzitter' }],
    ['Het voornemen', { speaker: 'Van den Berg', party: 'Partij A' }],
    ['het kost tijd', { speaker: 'De Wit-Jansen', party: 'B-C' }],
    ['Het kabinet', { speaker: 'Vermeer', office: 'minister' }],
  ])('knows who says "%s"', (words, speech) => {
    expect(findSpeech(debate, debate.indexOf(words))).toMatchObject(speech);
  });

  it('knows them behind the sign of a link', () => {
    const linked = debate.replaceAll(' (', ' i (');
    expect(findSpeech(linked, linked.indexOf('het kost tijd'))).toMatchObject({
      speaker: 'De Wit-Jansen',
      party: 'B-C',
    });
  });

  it('knows the one speaker of a page of the Eerste Kamer, and of no page that quotes one', () => {
    const speech = 'Mevrouw De Wit i (B-C):\nVoorzitter. Het voornemen moet blijven.';
    const report = `Verslag van de vergadering van 11 maart 2025 (2024/2025 nr. 21)\nAanvang: 14.22 uur\n${speech}`;
    expect(findSpeech(report, report.indexOf('blijven'))).toMatchObject({ speaker: 'De Wit', party: 'B-C' });
    expect(findSpeech(speech, speech.indexOf('blijven'))).toBeUndefined();
  });

  it('knows them also where lines are lost, as in a PDF', () => {
    const joined = debate.replaceAll('\n', ' ');
    expect(findSpeech(joined, joined.indexOf('het kost tijd'))).toMatchObject({ speaker: 'De Wit-Jansen' });
  });

  it('knows the guests of a committee, who have no party', () => {
    const hearing =
      'De voorzitter:\nWelkom.\nDe heer Van Dam:\nDank u wel.\nMevrouw De Wit:\nHet kost tijd.\nDe fungerend voorzitter:\nDank.';
    expect(findSpeech(hearing, hearing.indexOf('kost'))).toMatchObject({ speaker: 'De Wit' });
    expect(findSpeech(hearing, hearing.indexOf('kost'))?.party).toBeUndefined();
    expect(findSpeech(hearing, hearing.length)).toMatchObject({ speaker: 'voorzitter' });
  });

  it('knows them far into a long text, and where they begin', () => {
    const long = `${'Een regel van het verslag.\n'.repeat(20_000)}${debate}`;
    const speech = findSpeech(long, long.indexOf('het kost tijd'));
    expect(speech).toMatchObject({ speaker: 'De Wit-Jansen', start: long.indexOf('Mevrouw De Wit-Jansen') });
  });

  it('takes no time for white space behind a form of address', () => {
    const gap = ' '.repeat(50_000);
    const wide = `${debate}\nMevrouw${gap}Piri${gap}(X):\nHet einde.\nDe heer${gap}`;
    expect(findSpeech(wide, wide.indexOf('Het einde'))).toMatchObject({ speaker: 'Piri', party: 'X' });
  });

  it('knows nobody before the first speech, nor in a text that is no debate', () => {
    expect(findSpeech(debate, 5)).toBeUndefined();
    expect(findSpeech('De heer Jansen (X): dat is zo. Zo zei hij.', 20)).toBeUndefined();
  });
});
