/** Elements that stand in a line of their own, of those that papers of the example are made of. */
const blocks = /<\/?(?:main|div|section|p|h[1-6]|ul|ol|li|br)\b[^>]*>/u;
/** What another reading than this one would be needed for. */
const beyond = /&|<(?:table|span|pre|details|script|style)\b/u;

/**
 * The text of a paper of the example as the extension reads it from a browser: each block in a line, white space
 * collapsed. So a visit with the extension finds the text that is kept already, and does not keep a second one.
 *
 * @throws RangeError for a paper with more than paragraphs, headings and lists in it.
 */
export function readPaperText(html: string): string {
  const [, body] = /<body>(.*)<\/body>/su.exec(html) ?? [];
  if (body === undefined || beyond.test(body)) throw new RangeError('not a paper of paragraphs alone');
  return body
    .replace(/[ \t\n\r\f]+/gu, ' ')
    .split(blocks)
    .map((block) =>
      block
        .replace(/<[^<>]+>/gu, '')
        .replace(/ {2,}/gu, ' ')
        .replace(/^ | $/gu, ''),
    )
    .filter((line) => line !== '')
    .join('\n');
}
