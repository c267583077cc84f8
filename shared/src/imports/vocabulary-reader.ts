import { bases, directions, measures, stages } from '../annotation/index.ts';
import type { Codebook } from '../codebook/index.ts';
import { sourceTypes } from '../dossier/index.ts';
import { mergeResolver } from '../matrix/index.ts';
import { domainMessages, languages } from '../messages/index.ts';
import { foldText } from '../text/index.ts';

/** Fields whose values are those of a closed list. */
export const closedFields = [
  'safeguard',
  'measure',
  'impact',
  'direction',
  'basis',
  'stage',
  'sourceType',
] as const;
export type ClosedField = (typeof closedFields)[number];

/** The value that a text in a field stands for; undefined for one that is not known. */
export type VocabularyReader = (field: ClosedField, text: string) => string | undefined;

const vocabularies = {
  measure: measures,
  direction: directions,
  basis: bases,
  stage: stages,
  sourceType: sourceTypes,
};

/** Other words that teams use, folded. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  'direction.favourable': [
    'positief',
    'positive',
    'pos',
    '+',
    'plus',
    'goed',
    'voordeel',
    'good',
    'favorable',
  ],
  'direction.unfavourable': [
    'negatief',
    'negative',
    'neg',
    '-',
    '–',
    'min',
    'minus',
    'slecht',
    'nadeel',
    'bad',
    'unfavorable',
  ],
  'direction.neutral': ['neutraal', 'neutral', '0', 'geen', 'none', 'geen effect'],
  'direction.unclear': ['onbekend', 'unknown', '?', 'gemengd', 'mixed'],
  'measure.abolished': ['geschrapt', 'schrappen', 'afschaffen', 'vervalt', 'deleted', 'abolish'],
  'measure.restricted': ['ingeperkt', 'beperken', 'inperken', 'limited', 'restrict'],
  'measure.kept': ['behouden', 'blijft', 'handhaven', 'keep', 'maintained'],
  'measure.strengthened': ['versterken', 'strengthen'],
  'measure.introduced': ['nieuw', 'invoeren', 'new', 'introduce'],
  'measure.moved': ['verschoven', 'verplaatsen', 'move'],
  'stage.proposed': ['voorstel', 'wetsvoorstel', 'proposal', 'plan'],
  'stage.adopted': ['aanvaard', 'vastgesteld', 'passed'],
  'stage.in-force': ['geldend', 'geldend recht', 'van kracht', 'current law'],
  'basis.norm': ['recht', 'jurisprudentie', 'law'],
  'basis.figure': ['cijfers', 'getal', 'figures', 'data'],
  'basis.finding': ['bevinding', 'feit', 'fact', 'findings'],
  'basis.expectation': ['prognose', 'raming', 'forecast', 'estimate'],
  'basis.description': ['omschrijving', 'description of the bill'],
  'basis.position': ['mening', 'standpunt', 'opinie', 'opinion'],
};

function fold(text: string): string {
  return foldText(text).replace(/\s+/gu, ' ').trim();
}

/** Reads values by their id, their words in Dutch or English, or the words that teams use; concepts by id or label, merges followed. */
export function createVocabularyReader({ concepts }: Codebook): VocabularyReader {
  const values = new Map<string, string>();
  const learn = (field: ClosedField, text: string, value: string) => {
    const key = `${field} ${fold(text)}`;
    if (!values.has(key)) values.set(key, value);
  };
  const now = mergeResolver(concepts);
  for (const { kind, id } of concepts) learn(kind, id, now(id));
  for (const { kind, id, label, shortLabel } of concepts) {
    for (const text of [label.nl, label.en, shortLabel.nl, shortLabel.en]) learn(kind, text, now(id));
  }
  for (const [name, list] of Object.entries(vocabularies)) {
    const field = name as keyof typeof vocabularies;
    for (const value of list) {
      const words = languages.map(
        (language) =>
          (domainMessages[language] as Readonly<Record<string, string>>)[`${field}.${value}`] ?? value,
      );
      for (const text of [value, ...words, ...(synonyms[`${field}.${value}`] ?? [])])
        learn(field, text, value);
    }
  }
  return (field, text) => values.get(`${field} ${fold(text)}`);
}
