import {
  type Codebook,
  type Concept,
  type ConceptGroup,
  conceptSchema,
  idOfGroup,
  maxLegalBasisLength,
  maxShortLabelLength,
  maxTermLength,
  proposeId,
} from '../codebook/index.ts';
import { ImportRefusal } from './import-refusal.ts';
import { assertNoCycle, conceptOfName, groupOfName } from './new-concepts.ts';

/** A statement of RDF; the language is that of a text. */
export interface Statement {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly language?: string | undefined;
}

const skos = 'http://www.w3.org/2004/02/skos/core#';
const dcterms = 'http://purl.org/dc/terms/';
const typeOf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
/** Names of broader concepts and schemes under which concepts are impacts. */
const impactHeading = /\b(?:gevolg|effect|impact|consequence)/iu;
const ungrouped = 'Geïmporteerd';

/** What is read of concepts, or says again what is. */
const readPredicates = new Set([
  typeOf,
  ...['prefLabel', 'altLabel', 'hiddenLabel', 'notation', 'definition', 'broader', 'narrower'].map(
    (name) => `${skos}${name}`,
  ),
  ...['inScheme', 'topConceptOf', 'changeNote'].map((name) => `${skos}${name}`),
  ...['type', 'source', 'isReplacedBy'].map((name) => `${dcterms}${name}`),
]);

function lastPart(address: string): string {
  return address.split(/[/#]/u).at(-1) ?? address;
}

/** Names of the properties of concepts that are not read. */
export function leftOutOfSkos(statements: readonly Statement[]): string[] {
  const concepts = new Set(
    statements.flatMap(({ subject, predicate, object }) =>
      predicate === typeOf && object === `${skos}Concept` ? [subject] : [],
    ),
  );
  const others = statements.filter(
    ({ subject, predicate }) => concepts.has(subject) && !readPredicates.has(predicate),
  );
  return [...new Set(others.map(({ predicate }) => lastPart(predicate)))];
}

class SkosReader {
  readonly #bySubject: ReadonlyMap<string, readonly Statement[]>;
  readonly #collectionOf = new Map<string, string>();
  readonly groups = new Map<string, ConceptGroup>();
  readonly #ids = new Map<string, string>();

  constructor(statements: readonly Statement[]) {
    this.#bySubject = Map.groupBy(statements, ({ subject }) => subject);
    for (const { subject, predicate, object } of statements) {
      if (predicate === `${skos}member`) this.#collectionOf.set(object, subject);
    }
    const broader = statements.filter(({ predicate }) => predicate === `${skos}broader`);
    assertNoCycle(new Map(broader.map(({ subject, object }) => [subject, object])));
  }

  #values(subject: string, predicate: string): readonly Statement[] {
    return this.#bySubject.get(subject)?.filter((statement) => statement.predicate === predicate) ?? [];
  }

  #text(subject: string, predicate: string): string {
    return this.#values(subject, predicate)[0]?.object ?? '';
  }

  /** A text in both languages; a language that is not there takes what there is. */
  #bilingual(subject: string, predicate: string, otherwise: string): { nl: string; en: string } {
    const values = this.#values(subject, predicate);
    const of = (language: string) => values.find((one) => one.language?.startsWith(language))?.object;
    const any = of('nl') ?? of('en') ?? values[0]?.object ?? otherwise;
    return { nl: of('nl') ?? any, en: of('en') ?? any };
  }

  #nameOf(address: string): string {
    return this.#bilingual(address, `${skos}prefLabel`, lastPart(address)).nl;
  }

  #kindOf(address: string): Concept['kind'] {
    const said = this.#text(address, `${dcterms}type`);
    if (said === 'impact' || said === 'safeguard') return said;
    const above = ['broader', 'inScheme', 'topConceptOf'].flatMap((name) =>
      this.#values(address, `${skos}${name}`),
    );
    return above.some(({ object }) => impactHeading.test(this.#nameOf(object))) ? 'impact' : 'safeguard';
  }

  #groupOf(address: string, kind: Concept['kind']): string {
    const above = this.#collectionOf.get(address) ?? this.#text(address, `${skos}broader`);
    const name = above === '' ? ungrouped : this.#nameOf(above);
    const notation = above === '' ? '' : this.#text(above, `${skos}notation`);
    const id = notation || idOfGroup(name, kind);
    if (!this.groups.has(id)) {
      const label = above === '' ? { nl: name, en: name } : this.#bilingual(above, `${skos}prefLabel`, name);
      this.groups.set(id, { ...groupOfName(name, kind), id, label });
    }
    return id;
  }

  idOf(address: string): string {
    const known = this.#ids.get(address);
    if (known !== undefined) return known;
    const taken = new Set(this.#ids.values());
    const name = this.#text(address, `${skos}notation`) || this.#nameOf(address);
    const id = proposeId(name, (one) => taken.has(one));
    this.#ids.set(address, id);
    return id;
  }

  concept(address: string): Concept {
    const kind = this.#kindOf(address);
    const label = this.#bilingual(address, `${skos}prefLabel`, this.#nameOf(address));
    const plain = conceptOfName(label.nl, {
      id: this.idOf(address),
      kind,
      group: this.#groupOf(address, kind),
    });
    const short = this.#bilingual(address, `${skos}altLabel`, plain.shortLabel.nl);
    const isShort = [short.nl, short.en].every((text) => text.length <= maxShortLabelLength);
    const legalBasis = this.#text(address, `${dcterms}source`);
    const into = this.#text(address, `${dcterms}isReplacedBy`);
    return {
      ...plain,
      label,
      ...(isShort ? { shortLabel: short } : {}),
      definition: this.#definition(address),
      ...(legalBasis ? { legalBasis: legalBasis.slice(0, maxLegalBasisLength) } : {}),
      terms: this.#values(address, `${skos}hiddenLabel`).map(({ object }) => object.slice(0, maxTermLength)),
      ...(this.#text(address, `${skos}changeNote`) === 'retired' ? { retired: true } : {}),
      ...(into && this.#bySubject.has(into) ? { mergedInto: this.idOf(into) } : {}),
    };
  }

  /** What is not there in a language stays empty in it, where the other language says it. */
  #definition(address: string): { nl: string; en: string } {
    const values = this.#values(address, `${skos}definition`);
    const of = (language: string) => values.find((one) => one.language?.startsWith(language))?.object ?? '';
    const plain = values.find(({ language }) => !language)?.object ?? '';
    return { nl: of('nl') || plain, en: of('en') };
  }

  addresses(): string[] {
    return [...this.#bySubject.keys()].filter((subject) =>
      this.#values(subject, typeOf).some(({ object }) => object === `${skos}Concept`),
    );
  }
}

/**
 * The groups and concepts of a vocabulary in SKOS, by its statements.
 *
 * @throws ImportRefusal `no-codebook`, `codebook-cycle`
 */
export function readSkos(statements: readonly Statement[]): Codebook {
  const reader = new SkosReader(statements);
  const addresses = reader.addresses();
  if (addresses.length === 0) throw new ImportRefusal('no-codebook');
  const parsed = conceptSchema.array().safeParse(addresses.map((address) => reader.concept(address)));
  if (!parsed.success) throw new ImportRefusal('no-codebook', { cause: parsed.error });
  const merged = parsed.data.flatMap(({ id, mergedInto }) => (mergedInto ? [[id, mergedInto] as const] : []));
  assertNoCycle(new Map(merged));
  return { groups: [...reader.groups.values()], concepts: parsed.data };
}
