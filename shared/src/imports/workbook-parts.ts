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

/** Target of each relation of a part, by its id. */
export function targetsOf(parts: WorkbookParts, path: string): ReadonlyMap<string | undefined, string> {
  const folder = path.lastIndexOf('/') + 1;
  const name = `${path.slice(0, folder)}_rels/${path.slice(folder)}.rels`;
  const relations = childrenOf(readPart(parts, name), 'Relationship');
  return new Map(relations.map(({ attributes }) => [attributes.Id, attributes.Target ?? '']));
}

/** A sheet of a workbook as its file has it. */
export interface SheetPart {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Each sheet's own part, by the name of the sheet.
 *
 * @throws ImportRefusal
 */
export function sheetParts(parts: WorkbookParts): ReadonlyMap<string, SheetPart> {
  const targets = targetsOf(parts, 'xl/workbook.xml');
  const sheets = childrenOf(childOf(readPart(parts, 'xl/workbook.xml'), 'sheets'), 'sheet');
  return new Map(
    sheets.flatMap(({ attributes: { name = '', id } }) => {
      const target = targets.get(id) ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const bytes = parts.get(path);
      return bytes ? [[name, { path, bytes }] as const] : [];
    }),
  );
}

/** `B` is 1. */
export function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
