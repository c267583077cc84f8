import { annotationContext } from '@waarborg/shared/w3c';

/** Context of the Linked Data Platform (W3C Recommendation, 26 February 2015). */
export const platformContext = 'http://www.w3.org/ns/ldp.jsonld';

/** The namespaces that the two contexts and our own answers use. */
export const namespaces = {
  as: 'http://www.w3.org/ns/activitystreams#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  dctypes: 'http://purl.org/dc/dcmitype/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  ldp: 'http://www.w3.org/ns/ldp#',
  oa: 'http://www.w3.org/ns/oa#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** Classes and individuals: the name is the one in the vocabulary, unless another one is given after a colon. */
const plainTerms: Readonly<Record<string, string>> = {
  oa: `Annotation TextualBody ResourceSelection SpecificResource FragmentSelector CssSelector XPathSelector
    TextQuoteSelector TextPositionSelector DataPositionSelector SvgSelector RangeSelector TimeState
    HttpRequestState Choice Motivation CssStylesheet:CssStyle
    assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating
    questioning replying reviewing tagging auto:autoDirection ltr:ltrDirection rtl:rtlDirection
    bodyValue processingLanguage exact prefix suffix styleClass`,
  as: 'AnnotationCollection:OrderedCollection AnnotationPage:OrderedCollectionPage Software:Application',
  dctypes: 'Dataset Image:StillImage Video:MovingImage Audio:Sound Text',
  foaf: 'Person Organization name email_sha1:mbox_sha1sum nickname:nick',
  schema: 'Audience accessibility:accessibilityFeature',
  dc: 'format language',
  rdf: 'value',
  rdfs: 'label',
};
/** Properties whose values are resources. */
const resourceTerms: Readonly<Record<string, string>> = {
  oa: `body:hasBody target:hasTarget source:hasSource selector:hasSelector state:hasState scope:hasScope refinedBy
    startSelector:hasStartSelector endSelector:hasEndSelector renderedVia via canonical stylesheet:styledBy
    cached:cachedSource`,
  as: 'generator partOf first last next prev',
  dcterms: 'creator rights conformsTo',
  foaf: 'homepage email:mbox',
  schema: 'audience',
};
/** Properties with a type of their own. */
const typedTerms = {
  motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
  purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' },
  textDirection: { '@id': 'oa:textDirection', '@type': '@vocab' },
  items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
  created: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' },
  modified: { '@id': 'dcterms:modified', '@type': 'xsd:dateTime' },
  generated: { '@id': 'dcterms:issued', '@type': 'xsd:dateTime' },
  sourceDate: { '@id': 'oa:sourceDate', '@type': 'xsd:dateTime' },
  sourceDateStart: { '@id': 'oa:sourceDateStart', '@type': 'xsd:dateTime' },
  sourceDateEnd: { '@id': 'oa:sourceDateEnd', '@type': 'xsd:dateTime' },
  start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
  end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
  total: { '@id': 'as:totalItems', '@type': 'xsd:nonNegativeInteger' },
  startIndex: { '@id': 'as:startIndex', '@type': 'xsd:nonNegativeInteger' },
};

function readTerms<T>(table: Readonly<Record<string, string>>, define: (iri: string) => T): [string, T][] {
  return Object.entries(table).flatMap(([namespace, words]) =>
    words.split(/\s+/u).map((word): [string, T] => {
      const [term = '', name = term] = word.split(':');
      return [term, define(`${namespace}:${name}`)];
    }),
  );
}

const keywords = { id: '@id', type: '@type' };

/**
 * What the standard contexts say, so that nobody has to be asked for them. The terms are those of the Web
 * Annotation Vocabulary (W3C Recommendation, 23 February 2017), section 4.3, and of the Linked Data Platform.
 */
const knownContexts: Readonly<Record<string, object>> = {
  [annotationContext]: {
    ...namespaces,
    ...keywords,
    ...Object.fromEntries(readTerms(plainTerms, (iri) => iri)),
    ...Object.fromEntries(readTerms(resourceTerms, (iri) => ({ '@id': iri, '@type': '@id' }))),
    ...typedTerms,
  },
  [platformContext]: {
    ldp: namespaces.ldp,
    ...keywords,
    ...Object.fromEntries(readTerms({ ldp: 'Resource Container BasicContainer' }, (iri) => iri)),
    contains: { '@id': 'ldp:contains', '@type': '@id' },
  },
};

/** A context by its address; one that we do not know says nothing, so that what only it explains is left out. */
export function findContext(address: string, own: Readonly<Record<string, object>>): object {
  return own[address] ?? { '@context': knownContexts[address] ?? {} };
}
