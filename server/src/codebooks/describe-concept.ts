import type { Codebook, Concept, ConceptGroup } from '@waarborg/shared/codebook';

/** What the words of a description mean. */
const context = { skos: 'http://www.w3.org/2004/02/skos/core#', dcterms: 'http://purl.org/dc/terms/' };

function toTexts(texts: Readonly<Record<string, string>>) {
  return Object.entries(texts)
    .filter(([, value]) => value !== '')
    .map(([language, value]) => ({ '@language': language, '@value': value }));
}

function conceptNode(concept: Concept, addressOf: (name: string) => string): object {
  return {
    '@id': addressOf(concept.id),
    '@type': 'skos:Concept',
    'skos:notation': concept.id,
    'skos:prefLabel': toTexts(concept.label),
    'skos:definition': toTexts(concept.definition),
    ...(concept.legalBasis ? { 'dcterms:source': concept.legalBasis } : {}),
    ...(concept.mergedInto ? { 'dcterms:isReplacedBy': { '@id': addressOf(concept.mergedInto) } } : {}),
  };
}

/** A concept in SKOS (W3C Recommendation, 2009) as JSON-LD; `addressOf` is where a concept stands. */
export function describeConcept(concept: Concept, addressOf: (name: string) => string): object {
  return { '@context': context, ...conceptNode(concept, addressOf) };
}

function groupNode({ id, kind, label }: ConceptGroup, concepts: readonly Concept[], base: string): object {
  const members = concepts
    .filter(({ group }) => group === id)
    .map((concept) => ({ '@id': `${base}/${concept.id}` }));
  return {
    '@id': `${base}/#group-${id}`,
    '@type': 'skos:Collection',
    'skos:notation': id,
    'skos:prefLabel': toTexts(label),
    'dcterms:type': kind,
    'skos:member': members,
  };
}

/**
 * A codebook in SKOS as JSON-LD: a scheme for its kinds, concepts with all that is known of them, and groups as
 * collections. `base` is its address, without slash at the end.
 */
export function describeCodebook({ groups, concepts }: Codebook, base: string): object {
  const nodes = concepts.map((concept) => ({
    ...conceptNode(concept, (name) => `${base}/${name}`),
    'dcterms:type': concept.kind,
    'skos:altLabel': toTexts(concept.shortLabel),
    'skos:hiddenLabel': concept.terms,
    'skos:inScheme': { '@id': `${base}/` },
    ...(concept.retired ? { 'skos:changeNote': 'retired' } : {}),
  }));
  const scheme = { '@id': `${base}/`, '@type': 'skos:ConceptScheme' };
  return {
    '@context': context,
    '@graph': [scheme, ...nodes, ...groups.map((group) => groupNode(group, concepts, base))],
  };
}
