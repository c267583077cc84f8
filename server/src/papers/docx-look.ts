import type { IParagraphStyleOptions, IStylesOptions } from 'docx';

/** Colours and sizes of papers: sober, as ministries send them. Sizes in half points, distances in twentieths of a point. */
export const look = {
  font: 'Arial',
  ink: '1A1A1A',
  accent: '154273',
  muted: '565656',
  line: '9AA5B1',
  head: 'E3EAF2',
  /** By strength, from 0. */
  strengths: ['FFFFFF', 'EFF4FA', 'DCE7F3', 'C3D6EA', 'A7C2DF', '8AADD3'],
  margin: 1_134,
} as const;

/** Width of the text in twentieths of a point: A4 less its margins. */
export const textWidth = { portrait: 11_906 - 2 * look.margin, landscape: 16_838 - 2 * look.margin };

/** A line as high as its letters, for what may run over two lines. */
const singleSpaced = { line: 240, lineRule: 'auto' } as const;

const heading = (size: number, before: number) => ({
  run: { font: look.font, size, bold: true, color: look.accent },
  paragraph: { spacing: { before, after: 120, ...singleSpaced }, keepNext: true, keepLines: true },
});

/** An entry of the contents. */
const entry = (level: 1 | 2): IParagraphStyleOptions => ({
  id: `TOC${level}`,
  name: `toc ${level}`,
  basedOn: 'Normal',
  run: { size: 17, bold: level === 1 },
  paragraph: {
    spacing: { before: level === 1 ? 30 : 0, after: 0, line: 236 },
    indent: { left: level === 1 ? 0 : 227 },
  },
});

/** Id of the style of headings that stand in the outline of a paper and not in its contents. */
export const unlistedHeading = 'UnlistedHeading';

const ownStyles: readonly IParagraphStyleOptions[] = [
  entry(1),
  entry(2),
  {
    ...{ id: unlistedHeading, name: 'Unlisted heading', basedOn: 'Normal', next: 'Normal' },
    run: heading(22, 240).run,
    paragraph: { ...heading(22, 240).paragraph, outlineLevel: 1 },
  },
  {
    id: 'Lead',
    name: 'Lead',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { bold: true },
    paragraph: { spacing: { before: 120, after: 60 }, keepNext: true },
  },
  {
    id: 'Passage',
    name: 'Passage',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      indent: { left: 340 },
      spacing: { after: 120 },
      keepLines: true,
      border: { left: { style: 'single', size: 12, space: 8, color: look.line } },
    },
  },
  {
    // Between a table and what follows: without it two tables become one.
    id: 'Gap',
    name: 'Gap',
    basedOn: 'Normal',
    paragraph: { spacing: { before: 0, after: 0, line: 120, lineRule: 'exact' } },
  },
  {
    id: 'SmallPrint',
    name: 'Small print',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 16, color: look.muted },
    paragraph: { spacing: { after: 120 } },
  },
  {
    id: 'Remark',
    name: 'Remark',
    basedOn: 'Normal',
    quickFormat: true,
    run: { italics: true, color: look.muted },
    paragraph: { spacing: { after: 120 }, indent: { left: 340 } },
  },
  {
    id: 'InTable',
    name: 'In table',
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: 18 },
    paragraph: { spacing: { before: 30, after: 30, line: 240 } },
  },
];

/** The styles of a paper, in the language in which it is proofread. */
export function stylesOf(locale: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: look.font, size: 20, color: look.ink, language: { value: locale } },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      title: {
        run: { font: look.font, size: 40, bold: true, color: look.accent },
        paragraph: { spacing: { after: 80, ...singleSpaced }, keepNext: true },
      },
      heading1: heading(30, 360),
      heading2: heading(24, 300),
      heading3: heading(20, 200),
      heading4: heading(20, 160),
      footnoteText: { run: { size: 16 }, paragraph: { spacing: { after: 20, line: 240 } } },
      caption: {
        run: { size: 18, bold: true, italics: false, color: look.ink },
        paragraph: { spacing: { before: 60, after: 80 }, keepNext: true },
      },
    },
    paragraphStyles: [...ownStyles],
  };
}
