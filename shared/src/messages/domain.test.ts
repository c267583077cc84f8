import { describe, expect, it } from 'vitest';
import { bases, directions, measures, stages, statuses } from '../annotation/values.ts';
import { identifierSchemes, linkKinds, roles, sourceTypes, speakerKinds } from '../dossier/index.ts';
import { goneValues } from '../matrix/filters.ts';
import { stances } from '../matrix/stance.ts';
import { languages } from './catalogue.ts';
import { domainMessages } from './domain.ts';

const vocabularies: Record<string, readonly string[]> = {
  measure: measures,
  stage: stages,
  direction: directions,
  basis: bases,
  status: statuses,
  gone: goneValues,
  stance: stances,
  sourceType: sourceTypes,
  scheme: identifierSchemes,
  speakerKind: speakerKinds,
  link: linkKinds,
  linkedBy: linkKinds,
  role: roles,
  state: ['exact', 'moved', 'changed', 'typed', 'orphan'],
};

describe.each(languages)('the words of the domain in %s', (language) => {
  const messages: Record<string, string> = domainMessages[language];

  it('name each value of each vocabulary and nothing else', () => {
    const keys = Object.entries(vocabularies).flatMap(([vocabulary, values]) =>
      values.map((value) => `${vocabulary}.${value}`),
    );
    expect(Object.keys(messages).sort()).toEqual(keys.sort());
  });

  it.each(Object.entries(vocabularies))('tell the values of %s apart', (vocabulary, values) => {
    const words = values.map((value) => messages[`${vocabulary}.${value}`]?.trim());
    expect(words).not.toContain('');
    expect(new Set(words).size).toBe(values.length);
  });
});
