import { defaultCodebook } from '@waarborg/shared/codebook';
import { describe, expect, it } from 'vitest';
import { nameOf } from './coding-list.tsx';

const ofKind = (kind: string) => defaultCodebook.concepts.filter((concept) => concept.kind === kind);
const setting = { safeguards: ofKind('safeguard'), impacts: ofKind('impact'), language: 'nl' } as const;

describe('the name of a coding in the toolbar', () => {
  it.each([
    ['abolished', 'favourable', 'Voornemen afgeschaft ▼ schaadt Doorlooptijd'],
    ['abolished', 'unfavourable', 'Voornemen afgeschaft ▲ helpt Doorlooptijd'],
    ['kept', 'favourable', 'Voornemen gehandhaafd ▲ helpt Doorlooptijd'],
    ['kept', 'neutral', 'Voornemen gehandhaafd ● geen gevolg Doorlooptijd'],
    [undefined, 'favourable', 'Voornemen ? gunstig Doorlooptijd'],
    [undefined, undefined, 'Voornemen Doorlooptijd'],
  ] as const)('says of what is %s and %s what the matrix counts', (measure, direction, name) => {
    const form = { safeguard: 'voornemen', measure, impact: 'duration', direction };
    expect(nameOf(form, setting)).toBe(name);
  });
});
