import { SaxesParser } from 'saxes';
import { ImportRefusal } from './import-refusal.ts';

/** An element as it was read. */
export interface XmlNode {
  /** Without prefix. */
  readonly name: string;
  readonly namespace: string;
  /** By names without prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** All text directly in it. */
  readonly text: string;
}

/** Deepest nesting that is read. */
const maxDepth = 200;

interface OpenNode {
  name: string;
  namespace: string;
  attributes: Record<string, string>;
  children: OpenNode[];
  text: string;
}

/**
 * Reads an XML document. A document type is refused before anything in it is looked at, so no entity of it exists.
 *
 * @throws ImportRefusal `xml-broken`, `xml-forbidden`
 */
export function readXml(text: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true });
  const root: OpenNode = { name: '', namespace: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (cause) => {
    throw new ImportRefusal('xml-broken', { cause });
  });
  parser.on('doctype', () => {
    throw new ImportRefusal('xml-forbidden');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length > maxDepth) throw new ImportRefusal('xml-broken');
    const own = Object.values(attributes).map((attribute) => [attribute.local, attribute.value] as const);
    const node = { name: local, namespace: uri, attributes: Object.fromEntries(own), children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (part: string) => {
    const node = open.at(-1);
    if (node) node.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  // The parser sees the declaration of a document type only at its end: entities may be used by then.
  if (/<!DOCTYPE/u.test(text)) throw new ImportRefusal('xml-forbidden');
  parser.write(text.replace(/^\uFEFF/u, '')).close();
  const [first] = root.children;
  if (!first) throw new ImportRefusal('xml-broken');
  return first;
}

/** The first child of a name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** The children of a name. */
export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}
