import {
  type Concept,
  type ConceptUpdate,
  conceptUpdateSchema,
  maxShortLabelLength,
} from '@waarborg/shared/codebook';

/** The fields of a concept in the order in which they are typed. */
export const conceptFields = [
  'labelNl',
  'labelEn',
  'shortNl',
  'shortEn',
  'definitionNl',
  'definitionEn',
  'legalBasis',
  'group',
  'terms',
] as const;
export type ConceptField = (typeof conceptFields)[number];

/** A concept as one types it; terms stand on a line each. */
export type TypedConcept = Readonly<Record<ConceptField, string>>;

/** A concept in fields. Those that say only what they would say when left empty are empty, so that they follow the others. */
export function toTyped(concept: Pick<Concept, Exclude<keyof ConceptUpdate, 'retired'>>): TypedConcept {
  const { label, shortLabel, definition, legalBasis = '', terms, group } = concept;
  const unless = (usual: string, text: string) => (text === usual ? '' : text);
  const labelEn = unless(label.nl, label.en);
  return {
    labelNl: label.nl,
    labelEn,
    shortNl: unless(shorten(label.nl), shortLabel.nl),
    shortEn: unless(usualShortEn(labelEn, shortLabel.nl), shortLabel.en),
    definitionNl: definition.nl,
    definitionEn: unless(definition.nl, definition.en),
    legalBasis,
    terms: terms.join('\n'),
    group,
  };
}

/** The fields of a concept of a group of which nothing was typed yet. */
export function emptyTyped(group: string): TypedConcept {
  const texts = { label: { nl: '', en: '' }, shortLabel: { nl: '', en: '' }, definition: { nl: '', en: '' } };
  return toTyped({ ...texts, terms: [], group });
}

/** A name as short label; empty where it is too long for one. */
function shorten(name: string): string {
  return name.length <= maxShortLabelLength ? name : '';
}

/** The English short label that was left empty: that of a name in English, or else the Dutch one. */
function usualShortEn(labelEn: string, shortNl: string): string {
  return labelEn === '' ? shortNl : shorten(labelEn);
}

/** What was typed as a change; what was left empty in English is the Dutch, a short label that was left empty the name. */
function toUpdate(typed: TypedConcept): Omit<ConceptUpdate, 'retired'> {
  const text = (field: ConceptField) => typed[field].trim();
  const [nl, en] = [text('labelNl'), text('labelEn')];
  const shortNl = text('shortNl') || shorten(nl);
  const legalBasis = text('legalBasis');
  const terms = typed.terms.split('\n').map((term) => term.trim());
  return {
    group: typed.group,
    label: { nl, en: en || nl },
    shortLabel: { nl: shortNl, en: text('shortEn') || usualShortEn(en, shortNl) },
    definition: { nl: text('definitionNl'), en: text('definitionEn') || text('definitionNl') },
    ...(legalBasis === '' ? {} : { legalBasis }),
    terms: terms.filter((term) => term !== ''),
  };
}

/** What was typed: a change, or the first field that is wrong. */
export type ReadConcept =
  | { readonly update: Omit<ConceptUpdate, 'retired'>; readonly wrong?: never }
  | { readonly update?: never; readonly wrong: 'labelNl' | 'shortNl' | 'shortEn' | 'terms' };

/** Reads what was typed. */
export function readTyped(typed: TypedConcept): ReadConcept {
  const update = toUpdate(typed);
  const { label, shortLabel, terms } = update;
  if (label.nl === '') return { wrong: 'labelNl' };
  if (shortLabel.nl === '' || shortLabel.nl.length > maxShortLabelLength) return { wrong: 'shortNl' };
  if (shortLabel.en === '' || shortLabel.en.length > maxShortLabelLength) return { wrong: 'shortEn' };
  if (new Set(terms).size < terms.length) return { wrong: 'terms' };
  // The other fields hold no more than they may.
  return conceptUpdateSchema.safeParse(update).success ? { update } : { wrong: 'terms' };
}
