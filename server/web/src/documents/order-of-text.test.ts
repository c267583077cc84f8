import type { Annotation } from '@waarborg/shared/annotation';
import { describe, expect, it } from 'vitest';
import { inOrderOfText } from './order-of-text.ts';

const passage = (id: string, source: string, start?: number) =>
  ({
    id,
    source,
    ranges: [{ exact: id, start, end: start }],
    created: `2026-01-0${id.length}`,
  }) as Annotation;

describe('inOrderOfText', () => {
  it('goes through each copy from its first word to its last, with what has no place behind', () => {
    const passages = [
      passage('bb', 'https://a.example'),
      passage('c', 'https://b.example', 1),
      passage('a', 'https://a.example'),
      passage('e', 'https://a.example', 20),
      passage('d', 'https://a.example', 3),
    ];
    expect(inOrderOfText(passages).map(({ id }) => id)).toEqual(['d', 'e', 'a', 'bb', 'c']);
  });
});
