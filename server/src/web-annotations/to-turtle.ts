import { waarborgContext, waarborgContextDocument } from '@waarborg/shared/w3c';
import type { JsonLdDocument } from 'jsonld';
import type { JsonLd } from 'jsonld/jsonld-spec.js';
import { ApiError } from '../errors.ts';
import { findContext, namespaces } from './contexts.ts';

/**
 * A JSON-LD document as RDF in Turtle. No context is fetched: what only an unknown one explains is left out.
 * `server` is the public address, whose own context is known.
 *
 * @throws ApiError `not-acceptable` for somebody else's JSON-LD that cannot be read as RDF.
 */
export async function toTurtle(document: object, server: string): Promise<string> {
  const own = { [waarborgContext(server)]: waarborgContextDocument(server) };
  const documentLoader = async (url: string) => ({
    documentUrl: url,
    document: findContext(url, own) as JsonLd,
  });
  // Few ask for Turtle, and no start waits for what makes it.
  const [{ default: jsonld }, { Parser, Writer }] = await Promise.all([import('jsonld'), import('n3')]);
  try {
    const options = { documentLoader, format: 'application/n-quads' } as const;
    const quads = (await jsonld.toRDF(document as JsonLdDocument, options)) as unknown as string;
    const writer = new Writer({ prefixes: { ...namespaces, waarborg: `${server}/ns/waarborg#` } });
    writer.addQuads(new Parser({ format: 'N-Quads' }).parse(quads));
    return await new Promise((resolve, reject) => {
      writer.end((error, text) => (error ? reject(error) : resolve(text)));
    });
  } catch (cause) {
    throw new ApiError('not-acceptable', [], { cause });
  }
}
