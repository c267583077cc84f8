import fc from 'fast-check';

/** A JSON Schema as an OpenAPI document has it. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** Texts that are not what anybody would write. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '../..',
    '%',
    '👩‍⚖️',
    "'; drop table dossier; --",
    '<script>',
    '\u202e',
  ),
);
/** Values that fit nothing. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.double(),
  fc.constant(undefined),
);

function arbitraryText(schema: JsonSchema, known: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = 40, pattern, format } = schema;
  if (format === 'uuid') return known;
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (format === 'uri') return fc.webUrl({ withQueryParameters: true, withFragments: true });
  if (format === 'email') return fc.emailAddress();
  if (pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' });
    } catch {
      return oddText; // A pattern with something that cannot be made backwards.
    }
  }
  const size = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)) };
  return fc.oneof(fc.string({ unit: 'grapheme', ...size }), known);
}

function arbitraryNumber({ type, minimum = -1_000, maximum = 100_000 }: JsonSchema): fc.Arbitrary<number> {
  const bounds = { min: Math.max(minimum, -1e9), max: Math.min(maximum, 1e9) };
  return type === 'integer' ? fc.integer(bounds) : fc.double({ ...bounds, noNaN: true });
}

/** Objects and lists, in which now and then a part is left out or is something else. */
function arbitraryObject(schema: JsonSchema, known: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema;
  const parts = Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, arbitraryOf(part, known)]),
  );
  return fc.record(parts, { requiredKeys: required.filter((name) => name in parts) });
}

/**
 * What fits a schema, most of the time; about one value in thirty is something that does not. Where an identifier
 * is wanted, one of `known`.
 */
export function arbitraryOf(schema: JsonSchema, known: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const fitting = (): fc.Arbitrary<unknown> => {
    const choices = schema.anyOf ?? schema.oneOf;
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (choices) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, known)));
    if (schema.allOf) {
      return arbitraryOf(Object.assign({}, schema, { allOf: undefined }, ...schema.allOf), known);
    }
    const [type] = [schema.type].flat();
    if (type === 'object' || schema.properties) return arbitraryObject(schema, known);
    if (type === 'array') {
      const { items = {}, minItems = 0, maxItems = 3 } = schema;
      return fc.array(arbitraryOf(items, known), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, 3)),
      });
    }
    if (type === 'string') return arbitraryText(schema, known);
    if (type === 'number' || type === 'integer') return arbitraryNumber(schema);
    if (type === 'boolean') return fc.boolean();
    if (type === 'null') return fc.constant(null);
    return fc.jsonValue({ maxDepth: 2 });
  };
  return fc.oneof({ arbitrary: fitting(), weight: 29 }, { arbitrary: odd, weight: 1 });
}
