/** What each schema has to describe itself as JSON Schema. */
const describes = /^\s*inst\._zod\.processJSONSchema = .*;\n/gmu;

/** What makes such a description, and where a schema offers it. */
const describers = /import \{ (.+) \} from "\.\.\/core\/to-json-schema\.js";/u;

/**
 * A plugin for the builds of pages: leaves out of zod what tells of a schema as JSON Schema, a fifth of it. Nobody
 * asks a page for that; whoever did would be told so.
 *
 * @throws Where zod is written otherwise than this knows it: a newer version would come whole without a word.
 */
export function withoutJsonSchema() {
  return {
    name: 'without-json-schema',
    transform: {
      filter: { id: /\/zod\/v4\/classic\/schemas\.js$/u },
      handler(code: string, id: string) {
        const names = describers.exec(code)?.[1]?.split(', ');
        if (!names || !describes.test(code)) throw new Error(`${id} is another than this build knows.`);
        const untold = `() => () => { throw new Error("A page has no JSON Schema."); }`;
        const untellers = names.map((name) => `const ${name} = ${untold};`).join('\n');
        return { code: code.replaceAll(describes, '').replace(describers, untellers), map: null };
      },
    },
  };
}
