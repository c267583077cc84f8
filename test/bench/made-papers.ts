import type { Random } from './random.ts';

/** A paper of our own making, set in one of the ways in which papers come. */
export interface MadePaper {
  readonly name: string;
  /** The page as it is published online, and as it is set for print. */
  readonly html: string;
  readonly print: string;
  readonly exceptions: readonly Exception[];
}

/** Copies of a paper of which less is asked, and why. */
export interface Exception {
  /** Names of copies; all of them where this is absent. */
  readonly copies?: readonly string[];
  /** Only of passages of the copy, looked for in the page, or only the other way round. */
  readonly isFromCopy?: boolean;
  /** The share of the passages that is to be found, with none wrong; nothing is asked where this is absent. */
  readonly least?: number;
  readonly why: string;
}

interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** How a paper is set: its style, and what becomes of a paragraph and a section in print. */
interface Setting {
  readonly name: string;
  readonly style: string;
  readonly setParagraph?: (words: string, number: number, random: Random) => string;
  readonly setSection?: (section: Section, body: string) => string;
  readonly exceptions?: readonly Exception[];
}

/** Columns that are read across. */
const ACROSS: readonly Exception[] = [
  {
    copies: ['pdftotext -layout'],
    isFromCopy: false,
    least: 0.94,
    why: 'what goes from the foot of a column to the head of the next is in two places',
  },
  {
    copies: ['pdftotext -layout'],
    isFromCopy: true,
    why: 'a passage over two lines of such a text has lines of both columns, which no other copy has in one place',
  },
];

const RUNNING = `@page { size: A4; margin: 25mm 20mm;
  @top-left { content: "Verzamelde nota's over de uitvoering"; font: 9pt serif }
  @bottom-right { content: "Kenmerk 4711, pagina " counter(page) " van " counter(pages); font: 9pt serif } }
  body { font: 11pt/1.35 'Liberation Serif' }`;

const SETTINGS: readonly Setting[] = [
  { name: 'running header and page numbers', style: RUNNING },
  {
    name: 'two columns, justified, hyphenated',
    style: `${RUNNING} main { columns: 2; column-gap: 8mm; text-align: justify; font-size: 9.5pt }`,
    setParagraph: (words) => paragraph(hyphenate(toHtml(words))),
    exceptions: ACROSS,
  },
  {
    name: 'three columns, headings in capitals',
    style: `${RUNNING} main { columns: 3; column-gap: 6mm; font-size: 9pt } h2 { font-size: 10pt; text-transform: uppercase }`,
    setParagraph: (words) => paragraph(hyphenate(toHtml(words))),
    exceptions: ACROSS,
  },
  {
    name: 'headings in small capitals, letters apart',
    style: `${RUNNING} h2 { font: 12pt 'DejaVu Serif'; font-variant: small-caps; letter-spacing: 0.25em }`,
  },
  {
    name: 'headings in capitals, letters far apart',
    style: `${RUNNING} h2 { font-size: 12pt; text-transform: uppercase; letter-spacing: 0.5em }`,
  },
  {
    name: 'numbers in the margin',
    style: `${RUNNING} p { margin-left: 15mm; text-indent: -14mm } b { display: inline-block; width: 14mm; text-indent: 0; font-weight: normal }`,
    setParagraph: (words, number) => `<p><b>${number}</b>${toHtml(words)}</p>`,
  },
  {
    name: 'numbers in the margin, written apart',
    exceptions: [
      {
        isFromCopy: false,
        why: 'Chromium writes the headings of a page before its positioned paragraphs, so what goes across one is in two places',
      },
    ],
    style: `${RUNNING} p { position: relative; margin-left: 15mm } b { position: absolute; left: -14mm; font-weight: normal }`,
    setParagraph: (words, number) => `<p><b>${number}</b>${toHtml(words)}</p>`,
  },
  {
    name: 'footnotes',
    style: `${RUNNING} sup { font-size: 6pt } small { display: block; border-top: 1px solid; font-size: 8pt } section { break-after: page }`,
    setParagraph: (words, number, random) => {
      const cuts = [...words.matchAll(/\p{Ll}{4}(?=[ ,.])/gu)].map(({ index }) => index + 4);
      const at = random.pick(cuts);
      return `<p>${toHtml(words.slice(0, at))}<sup>${number}</sup>${toHtml(words.slice(at))}</p>`;
    },
    setSection: (_, body) => {
      const notes = [...body.matchAll(/<sup>(\d+)<\/sup>/g)].map(([, number]) => Number(number));
      const lines = notes.map(
        (number) => `${number} Kamerstukken II 2023/24, ${20_000 + 37 * number}, nr. ${number}.`,
      );
      return `<section>${body}<small>${lines.join('<br>')}</small></section>`;
    },
  },
  {
    name: 'a table over pages',
    style: `${RUNNING} td, th { border: 1px solid; vertical-align: top; padding: 2mm; width: 50% } table { border-collapse: collapse }`,
    setSection: ({ heading }, body) => {
      const cells = body
        .slice(body.indexOf('<p>'))
        .split('</p>')
        .filter((one) => one.includes('<p>'));
      const rows = cells.map((cell, at) =>
        at % 2 === 0 ? `<tr><td>${cell}</p></td><td>${cells[at + 1] ?? ''}</p></td></tr>` : '',
      );
      return `<h2>${toHtml(heading)}</h2><table><thead><tr><th>Wat</th><th>Waarom</th></tr></thead>${rows.join('')}</table>`;
    },
    exceptions: [
      {
        copies: ['PDF', 'pdftotext', 'pdftotext -raw'],
        isFromCopy: false,
        least: 0.93,
        why: 'what goes from one cell to the next has other cells within it, wherever a page ends',
      },
      {
        why: 'a passage of such a text has the lines of several cells, which no other copy has in one place',
      },
    ],
  },
  {
    name: 'pages turned',
    style: `${RUNNING} @page { size: A4 landscape; page-orientation: rotate-left }`,
    exceptions: [
      {
        copies: ['pdftotext'],
        why: 'pdftotext writes the lines of turned pages in another order than they are read',
      },
    ],
  },
];

/** Sets a text, paragraphs and numbered headings on a line each, in all ways. */
export function makePapers(text: string, random: Random): MadePaper[] {
  const sections = toSections(text);
  return SETTINGS.map(({ name, style, setParagraph, setSection, exceptions = [] }) => {
    let number = 0;
    const print = sections.map((section) => {
      const paragraphs = section.paragraphs.map((words) => {
        number += 1;
        return setParagraph?.(words, number, random) ?? paragraph(toHtml(words));
      });
      const body = `<h2>${toHtml(section.heading)}</h2>${paragraphs.join('\n')}`;
      return setSection?.(section, body) ?? body;
    });
    const plain = sections.map(
      ({ heading, paragraphs }) =>
        `<h2>${toHtml(heading)}</h2>${paragraphs.map((words) => paragraph(toHtml(words))).join('\n')}`,
    );
    return { name, html: page('', plain.join('\n')), print: page(style, print.join('\n')), exceptions };
  });
}

function toSections(text: string): Section[] {
  const sections: { heading: string; paragraphs: string[] }[] = [{ heading: 'Inleiding', paragraphs: [] }];
  for (const line of text.split('\n')) {
    if (/^\d+\. [^.]{4,80}$/.test(line)) sections.push({ heading: line, paragraphs: [] });
    else if (/\p{Ll}{4}[ ,.]/u.test(line)) sections.at(-1)?.paragraphs.push(line);
  }
  return sections.filter(({ paragraphs }) => paragraphs.length > 0);
}

function page(style: string, body: string): string {
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Nota</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
}

function paragraph(html: string): string {
  return `<p>${html}</p>`;
}

function toHtml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Lets long words be parted: no dictionary is at hand in every browser. */
function hyphenate(words: string): string {
  return words.replace(/\p{L}{8,}/gu, (word) =>
    word.replace(/(?<=\p{L}{3})(?=[bdfghklmnprstvwz][aeiou]\p{L}{2})/gu, '\u00ad'),
  );
}
