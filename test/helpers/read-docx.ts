import { strFromU8, unzipSync } from 'fflate';

/** A paragraph of a Word file. */
export interface DocxParagraph {
  /** Id of its style; empty for the usual one. */
  readonly style: string;
  /** Its text; `\n` where a line is broken. A footnote's place is left out. */
  readonly text: string;
  /** What stands before its first footnote; all of it where it has none. */
  readonly beforeNote: string;
  /** Numbers of the footnotes that are called in it. */
  readonly notes: readonly number[];
}

/** What stands in a Word file, read from its XML. */
export interface ReadDocx {
  readonly paragraphs: readonly DocxParagraph[];
  /** Text by number. */
  readonly notes: ReadonlyMap<number, string>;
  /** The files in it by name. */
  readonly files: ReadonlyMap<string, string>;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<w:tab\/>/gu)]
    .map(([whole, text]) => text ?? (whole.startsWith('<w:br') ? '\n' : '\t'))
    .join('')
    .replace(/&(\w+);/gu, (entity, name: string) => entities[name] ?? entity);
}

function readParagraph(xml: string): DocxParagraph {
  const calls = [...xml.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/gu)];
  return {
    style: /<w:pStyle w:val="([^"]*)"/u.exec(xml)?.[1] ?? '',
    text: textOf(xml),
    beforeNote: textOf(xml.slice(0, calls[0]?.index ?? xml.length)),
    notes: calls.map(([, id]) => Number(id)),
  };
}

function paragraphsOf(xml: string): string[] {
  return xml.match(/<w:p(?:\s[^>]*)?>.*?<\/w:p>/gsu) ?? [];
}

/** Reads a Word file. Throws for what is no zip of XML. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const files = new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
  const notes = [
    ...(files.get('word/footnotes.xml') ?? '').matchAll(
      /<w:footnote w:id="(\d+)"[^>]*>(.*?)<\/w:footnote>/gsu,
    ),
  ];
  return {
    paragraphs: paragraphsOf(files.get('word/document.xml') ?? '').map(readParagraph),
    notes: new Map(notes.map(([, id, xml]) => [Number(id), textOf(xml ?? '').trim()])),
    files,
  };
}
