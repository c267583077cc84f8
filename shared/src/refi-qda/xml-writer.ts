import { toXmlText } from '../text/index.ts';

/** An XML element before it is written: its attributes (undefined ones are left out) and what is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly content: readonly XmlElement[] | string;
}

/** Makes an element. */
export function element(
  name: string,
  attributes: XmlElement['attributes'] = {},
  content: XmlElement['content'] = [],
): XmlElement {
  return { name, attributes, content };
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Written as they are, a reader would make spaces of them in attributes, and of CR a line feed anywhere.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function escapeText(text: string, isAttribute: boolean): string {
  const special = isAttribute ? /[&<>"\t\n\r]/gu : /[&<>\r]/gu;
  return toXmlText(text, '\uFFFD').replace(special, (character) => escapes[character] ?? character);
}

function write({ name, attributes, content }: XmlElement, parts: string[]): void {
  parts.push('<', name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) parts.push(` ${key}="${escapeText(String(value), true)}"`);
  }
  if (content.length === 0) {
    parts.push('/>');
    return;
  }
  parts.push('>');
  if (typeof content === 'string') parts.push(escapeText(content, false));
  else for (const child of content) write(child, parts);
  parts.push('</', name, '>');
}

/** A whole document. What XML cannot write becomes U+FFFD. */
export function writeXml(root: XmlElement): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  write(root, parts);
  return parts.join('');
}
