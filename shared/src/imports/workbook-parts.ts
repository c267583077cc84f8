import { childOf, childrenOf, readXml, type XmlNode } from './xml-reader.ts';

/** The parts of a workbook's file by their names. */
export type WorkbookParts = ReadonlyMap<string, Uint8Array>;

/**
 * A part of a workbook that is XML; undefined where it is not there.
 *
 * @throws ImportRefusal
 */
export function readPart(parts: WorkbookParts, name: string): XmlNode | undefined {
  const bytes = parts.get(name);
  return bytes && readXml(new TextDecoder().decode(bytes));
}

/**
 * The text of each sheet's own part, by the name of the sheet.
 *
 * @throws ImportRefusal
 */
export function sheetParts(parts: WorkbookParts): ReadonlyMap<string, Uint8Array> {
  const relations = childrenOf(readPart(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship');
  const targets = new Map(relations.map(({ attributes }) => [attributes.Id, attributes.Target ?? '']));
  const sheets = childrenOf(childOf(readPart(parts, 'xl/workbook.xml'), 'sheets'), 'sheet');
  return new Map(
    sheets.flatMap(({ attributes: { name = '', id } }) => {
      const target = targets.get(id) ?? '';
      const bytes = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      return bytes ? [[name, bytes] as const] : [];
    }),
  );
}

/** `B` is 1. */
export function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
