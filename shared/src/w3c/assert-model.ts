import { z } from 'zod';
import { hasType, isCoding, isObject, type JsonObject, toList } from './json-ld.ts';
import { annotationContext } from './vocabulary.ts';

/** Says where a Web Annotation cannot be used, such as `body[0].measure`. */
export class Unacceptable extends Error {
  override readonly name = 'Unacceptable';
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

/** A rule for one value; throws `Unacceptable`. */
type Rule = (value: unknown, path: string) => void;

const instantSchema = z.iso.datetime({ offset: true });

const isIri = (value: unknown) => typeof value === 'string' && /^[a-z][a-z\d+.-]*:[^\s<>"]+$/iu.test(value);
const is =
  (test: (value: unknown) => boolean, message: string): Rule =>
  (value, path) => {
    if (!test(value)) throw new Unacceptable(path, message);
  };

const iri = is(isIri, 'is an IRI');
const text = is((value) => typeof value === 'string', 'is one text');
const instant = is((value) => instantSchema.safeParse(value).success, 'is one instant (xsd:dateTime)');
const offset = is((value) => Number.isSafeInteger(value) && Number(value) >= 0, 'is a number from 0');

/** One value, or several in a list that is not empty. */
const each =
  (rule: Rule): Rule =>
  (value, path) => {
    if (!Array.isArray(value)) return rule(value, path);
    if (value.length === 0) throw new Unacceptable(path, 'has a value');
    for (const [index, one] of value.entries()) rule(one, `${path}[${index}]`);
  };

/** Rules for the properties that an object has. */
function check(object: JsonObject, path: string, rules: Readonly<Record<string, Rule>>): void {
  for (const [name, rule] of Object.entries(rules)) {
    if (object[name] !== undefined) rule(object[name], path === '' ? name : `${path}.${name}`);
  }
}

/** The same for properties that must be there. */
function demand(object: JsonObject, path: string, rules: Readonly<Record<string, Rule>>): void {
  for (const name of Object.keys(rules)) {
    if (object[name] === undefined) throw new Unacceptable(`${path}.${name}`, 'is there');
  }
  check(object, path, rules);
}

const iriOrObject: Rule = (value, path) => {
  if (!isObject(value)) return iri(value, path);
  demand(value, path, { id: iri });
};

const selector: Rule = (value, path) => {
  if (!isObject(value)) return iri(value, path);
  const types = Object.entries(selectorRules).filter(([type]) => hasType(value, type));
  if (types.length === 0) demand(value, path, { id: iri });
  // One that is described elsewhere needs no description here.
  for (const [, rules] of types) (value.id === undefined ? demand : check)(value, path, rules);
  check(value, path, { id: iri, prefix: text, suffix: text, refinedBy: each(selector) });
};

const selectorRules: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  FragmentSelector: { value: text },
  CssSelector: { value: text },
  XPathSelector: { value: text },
  TextQuoteSelector: { exact: text },
  TextPositionSelector: { start: offset, end: offset },
  DataPositionSelector: { start: offset, end: offset },
  SvgSelector: { value: text },
  RangeSelector: { startSelector: selector, endSelector: selector },
  TimeState: {},
  HttpRequestState: { value: text },
};

const state: Rule = (value, path) => {
  selector(value, path);
  if (isObject(value)) {
    check(value, path, {
      ...{ sourceDate: each(instant), sourceDateStart: instant, sourceDateEnd: instant },
      cached: each(iri),
    });
  }
};

/** Rules for what is said of an annotation, a body or a target alike. */
const commonRules: Readonly<Record<string, Rule>> = {
  ...{ created: instant, modified: instant, generated: instant },
  ...{ rights: each(iri), via: each(iri), canonical: iri },
};

/** What makes a resource a specific one. */
const specifics = ['selector', 'state', 'purpose', 'styleClass', 'renderedVia', 'scope'];

const groups = ['Choice', 'Composite', 'List', 'Independents'];

const resource: Rule = (value, path) => {
  if (!isObject(value)) return iri(value, path);
  const kinds = groups.filter((group) => hasType(value, group));
  if (kinds.length > 1)
    throw new Unacceptable(`${path}.type`, 'is one of Choice, Composite, List, Independents');
  if (kinds.length === 1) demand(value, path, { items: each(resource) });
  else if (value.source !== undefined) {
    demand(value, path, { source: iriOrObject });
    if (!specifics.some((name) => value[name] !== undefined)) {
      throw new Unacceptable(path, `has one of ${specifics.join(', ')} beside its source`);
    }
  } else if (hasType(value, 'TextualBody')) demand(value, path, { value: text });
  else demand(value, path, { id: iri });
  check(value, path, {
    ...commonRules,
    ...{ id: iri, selector: each(selector), state: each(state), scope: each(iri) },
    ...{ renderedVia: each(iriOrObject), styleClass: each(text) },
    textDirection: is((one) => ['ltr', 'rtl', 'auto'].includes(String(one)), 'is ltr, rtl or auto'),
  });
};

const body: Rule = (value, path) => {
  // Its source is ours to fill in.
  if (!(isObject(value) && isCoding(value))) resource(value, path);
};

/**
 * Refuses what is no annotation of the Web Annotation Data Model (W3C Recommendation, 23 February 2017): where a
 * MUST of it is broken. What the model only recommends, and what it does not know, is let through.
 *
 * @throws Unacceptable
 */
export function assertModel(json: JsonObject): void {
  if (!toList(json['@context']).includes(annotationContext)) {
    throw new Unacceptable('@context', `contains ${annotationContext}`);
  }
  if (!hasType(json, 'Annotation')) throw new Unacceptable('type', 'is Annotation');
  if (toList(json.target).length === 0) throw new Unacceptable('target', 'is there');
  if (json.body !== undefined && json.bodyValue !== undefined) {
    throw new Unacceptable('bodyValue', 'is not there beside `body`');
  }
  check(json, '', {
    ...commonRules,
    id: iri,
    bodyValue: text,
    ...(toList(json.body).length > 0 ? { body: each(body) } : {}),
    target: each(resource),
    stylesheet: (value, path) => {
      if (isObject(value) && value.type === 'CssStylesheet') check(value, path, { id: iri, value: text });
      else iriOrObject(value, path);
    },
  });
}
