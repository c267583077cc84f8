/** Namespaces and terms of the Web Annotation Data Model (W3C Recommendation, 23 February 2017) that we use. */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** RFC 3778: fragment identifiers of PDF. */
export const pdfFragmentSyntax = 'http://tools.ietf.org/rfc/rfc3778';

/** Address of our own JSON-LD context on a server. */
export function waarborgContext(server: string): string {
  return `${server}/ns/waarborg.jsonld`;
}

/** What our own terms mean, served as JSON-LD context. `server` is the base of the vocabulary. */
export function waarborgContextDocument(server: string): object {
  const vocabulary = `${server}/ns/waarborg#`;
  const terms = [
    ...['Coding', 'safeguard', 'measure', 'stage', 'impact', 'direction', 'basis', 'speaker', 'reportedBy'],
    ...['provision', 'quantity', 'to', 'unit', 'period', 'status', 'reason', 'gone'],
    ...['section', 'consideration', 'article', 'paragraph', 'point', 'recital', 'question', 'answer'],
    ...['heading', 'number'],
  ];
  return {
    '@context': {
      waarborg: vocabulary,
      ...Object.fromEntries(terms.map((term) => [term, `waarborg:${term}`])),
    },
  };
}
