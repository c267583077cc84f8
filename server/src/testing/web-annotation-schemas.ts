import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

/** The standards of the W3C; kept beside the repository, not in it. */
export const webAnnotationStandards = path.resolve(
  import.meta.dirname,
  '../../../../shared/standards/web-annotation',
);
const schemaFolder = path.join(webAnnotationStandards, 'schemas');

/** Whether the schemas are there; tests that need them say that they skip. */
export const hasSchemas = existsSync(schemaFolder);

/** Finds what in a document the schemas of the W3C model test suite refuse; each line names a definition. */
export type FaultFinder = (document: unknown) => string[];

const annotationRules = [
  'annotations.json#/definitions/annotationTypeValueFound',
  'annotations.json#/definitions/bodyValueValidIfPresent',
  ...['created', 'generated', 'modified', 'rights', 'canonical', 'via'].map(
    (name) => `otherProperties.json#/definitions/${name}ValidIfPresent`,
  ),
];
const collectionRules = [
  ...['firstRequiredIfTotalMoreThanZero', 'firstValidIfPresent', 'lastValidIfPresent', 'totalDefinition'],
  ...['annotationCollectionTypeValueFound', 'labelDefinition'],
];
const pageRules = [
  ...['partOfValidIfPresent', 'nextValidIfPresent', 'prevValidIfPresent', 'startIndexDefinition'],
  ...['annotationPageTypeValueFound', 'itemsFound'],
];
const selectorRules = [
  'fragment',
  'css',
  'xpath',
  'textQuote',
  'textPosition',
  'dataPosition',
  'svg',
  'range',
].map((name) => `specificResource.json#/definitions/${name}SelectorTypeValidIfPresent`);
const toUris = (names: readonly string[]) => names.map((name) => `collections.json#/definitions/${name}`);
const listOf = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat());
const typesOf = (value: unknown) => listOf(Object(value).type);

/** Reads the schemas. They know no Composite, List and Independents as targets (their known defect): those are let through. */
export function createFaultFinder(): FaultFinder {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv as never);
  for (const file of readdirSync(schemaFolder)) {
    ajv.addSchema(JSON.parse(readFileSync(path.join(schemaFolder, file), 'utf8')), file);
  }
  const test = (rule: string, value: unknown) => {
    const validate = ajv.getSchema(rule);
    if (!validate) throw new RangeError(`no schema ${rule}`);
    return validate(value) ? [] : [`${rule}: ${JSON.stringify(value)?.slice(0, 300)}`];
  };
  const isSet = (value: unknown) =>
    typesOf(value).some((type) => /^(?:Composite|List|Independents)$/u.test(String(type)));
  const resourceFaults = (kind: 'body' | 'target', value: unknown): string[] => [
    ...(isSet(value) ? [] : test(`bodyTarget.json#/definitions/${kind}ResourcesFound`, value)),
    ...listOf(Object(value).selector).flatMap((one) =>
      typeof one === 'string' ? [] : selectorRules.flatMap((rule) => test(rule, one)),
    ),
    ...listOf(Object(value).items).flatMap((one) => resourceFaults('body', one)),
  ];
  const annotationFaults = (document: Record<string, unknown>) => [
    ...annotationRules.flatMap((rule) => test(rule, document)),
    ...listOf(document.body).flatMap((body) => resourceFaults('body', body)),
    ...listOf(document.target).flatMap((target) => resourceFaults('target', target)),
    ...(document.target === undefined ? ['no target'] : []),
    ...(document.body !== undefined && document.bodyValue !== undefined ? ['body and bodyValue'] : []),
  ];
  const contextFaults = (document: Record<string, unknown>) =>
    test('id.json#/definitions/idValueFound', document).concat(
      listOf(document['@context']).includes('http://www.w3.org/ns/anno.jsonld') ? [] : ['no context'],
    );
  const pageFaults = (document: Record<string, unknown>) => [
    ...toUris(pageRules).flatMap((rule) => test(rule, document)),
    ...listOf(document.items).flatMap((item) =>
      typeof item === 'string' ? [] : annotationFaults(Object(item)),
    ),
  ];
  return (value) => {
    const document = Object(value) as Record<string, unknown>;
    const types = typesOf(document);
    if (types.includes('AnnotationCollection')) {
      const { first } = document;
      return [
        ...contextFaults(document),
        ...toUris(collectionRules).flatMap((rule) => test(rule, document)),
        ...(typeof first === 'object' ? pageFaults(first as Record<string, unknown>) : []),
      ];
    }
    if (types.includes('AnnotationPage')) return [...contextFaults(document), ...pageFaults(document)];
    return [...contextFaults(document), ...annotationFaults(document)];
  };
}
