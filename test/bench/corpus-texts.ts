import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Real documents that lie beside the project, where they do; nothing of them is copied into it. */
export const CORPUS = join(import.meta.dirname, '../../../shared/corpus');

/** The HTML pages of the corpus by name; empty when the corpus is not there. */
export const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['ind-stand-2025', 'ind-stand-2025/page.html'],
  ['inspectie-brief-asielwetten-2025', 'inspectie-brief-asielwetten-2025/page.html'],
  ['ind-plan-van-aanpak-2026', 'ind-plan-van-aanpak-2026/page.html'],
  ['rechtbank-den-haag-2014-8504', 'rechtbank-den-haag-2014-8504/page.html'],
  ['raad-van-state-2015-1780', 'raad-van-state-2015-1780/page.html'],
  ['eurlex-32016R0679', 'pages/eurlex-32016R0679.html'],
];

export function hasCorpus(): boolean {
  return existsSync(CORPUS);
}

/** A file of the corpus; `undefined` when it is not there. */
export function findCorpusFile(path: string): string | undefined {
  const file = join(CORPUS, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const BLOCKS =
  'address|article|aside|blockquote|br|dd|div|dl|dt|footer|h[1-6]|header|hr|li|main|nav|ol|p|section|table|td|th|tr|ul';
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The words of an HTML page, a line per block. Rough: for measuring text, not for showing it. */
export function textOfHtml(html: string): string {
  const main = /<main[\s>][\s\S]*<\/main>/i.exec(html)?.[0] ?? /<body[\s>][\s\S]*/i.exec(html)?.[0] ?? html;
  return main
    .replace(/<!--[\s\S]*?-->|<(script|style|template)[\s>][\s\S]*?<\/\1>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(new RegExp(`</?(?:${BLOCKS})(?:\\s[^>]*)?/?>`, 'gi'), '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
      return String.fromCodePoint(
        Number(name.toLowerCase().startsWith('#x') ? `0${name.slice(1)}` : name.slice(1)),
      );
    })
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
}
