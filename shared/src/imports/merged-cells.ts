import { childOf, childrenOf, readXml, type XmlNode } from './xml-reader.ts';

/** Cells of a sheet that are shown as one. Rows and columns count from 0. */
export interface MergedCells {
  readonly top: number;
  /** Its last row. */
  readonly bottom: number;
  readonly left: number;
}

/** `B` is 1. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const merged = /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/gu;

/** Most of them that are read: more than anybody makes. */
const maxMerged = 50_000;

function readSheet(bytes: Uint8Array): MergedCells[] {
  const found = [...new TextDecoder().decode(bytes).matchAll(merged)].slice(0, maxMerged);
  return found.map(([, left = '', top, bottom]) => ({
    top: Number(top) - 1,
    bottom: Number(bottom) - 1,
    left: columnOf(left),
  }));
}

function readPart(parts: ReadonlyMap<string, Uint8Array>, name: string): XmlNode | undefined {
  const bytes = parts.get(name);
  return bytes && readXml(new TextDecoder().decode(bytes));
}

/**
 * The cells of a workbook that are merged, by the name of their sheet (ECMA-376, part 1, 18.3.1.55). Only the first of
 * them has a value.
 *
 * @throws ImportRefusal
 */
export function readMergedCells(
  parts: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, readonly MergedCells[]> {
  const relations = childrenOf(readPart(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship');
  const targets = new Map(relations.map(({ attributes }) => [attributes.Id, attributes.Target ?? '']));
  const sheets = childrenOf(childOf(readPart(parts, 'xl/workbook.xml'), 'sheets'), 'sheet');
  return new Map(
    sheets.map(({ attributes: { name = '', id } }) => {
      const target = targets.get(id) ?? '';
      const bytes = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      return [name, bytes ? readSheet(bytes) : []];
    }),
  );
}
