import { locales } from '@waarborg/shared/messages';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { toXmlText } from '@waarborg/shared/text';
import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TabStopType,
  TextRun,
} from 'docx';
import { type BlockContext, listReferences, toDocxBlocks } from './docx-blocks.ts';
import { look, stylesOf, textWidth } from './docx-look.ts';
import { mapTexts } from './map-texts.ts';
import type { Paper, PaperPart } from './paper.ts';

const pageSize = { width: 11_906, height: 16_838 };

/** The head of the first page. */
function titleOf({ title, lines }: Paper): Paragraph[] {
  return [
    new Paragraph({ heading: 'Title', children: [new TextRun(title)] }),
    ...lines.map(
      (line) => new Paragraph({ style: 'SmallPrint', spacing: { after: 40 }, children: [new TextRun(line)] }),
    ),
  ];
}

function footerOf({ title, language }: Paper, width: number): Footer {
  const messages = paperMessages[language];
  const run = { size: 16, color: look.muted };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({ ...run, text: title }),
          new TextRun({
            ...run,
            children: [
              '\t',
              `${messages.page} `,
              PageNumber.CURRENT,
              ` ${messages.of} `,
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });
}

function toSection(
  paper: Paper,
  part: PaperPart,
  isFirst: boolean,
  counting: Omit<BlockContext, 'width'>,
): ISectionOptions {
  const width = part.isLandscape ? textWidth.landscape : textWidth.portrait;
  const context = { width, ...counting };
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          ...pageSize,
          orientation: part.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: look.margin, bottom: look.margin, left: look.margin, right: look.margin },
      },
    },
    footers: { default: footerOf(paper, width) },
    children: [
      ...(isFirst ? titleOf(paper) : []),
      ...part.blocks.flatMap((block, place) =>
        toDocxBlocks(block, context, { before: part.blocks[place - 1], next: part.blocks[place + 1] }),
      ),
    ],
  };
}

const listLevel = {
  level: 0,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 454, hanging: 454 } } },
};

/** A paper as a Word file: heading styles, real footnotes, tables that repeat their heads, numbered pages. */
export async function toDocx(written: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const paper = mapTexts(written, (text) => toXmlText(text));
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  let [notes, lists] = [0, 0];
  const addFootnote = (text: string) => {
    notes += 1;
    footnotes[notes] = {
      children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(` ${text}`)] })],
    };
    return notes;
  };
  const nextList = () => {
    lists += 1;
    return lists;
  };
  const sections = paper.parts.map((part, index) =>
    toSection(paper, part, index === 0, { addFootnote, nextList }),
  );
  const document = new Document({
    title: paper.title,
    subject: paper.lines.join('; '),
    creator: paper.author ?? 'Waarborg',
    lastModifiedBy: paper.author ?? 'Waarborg',
    description: paper.lines[0] ?? '',
    styles: stylesOf(locales[paper.language]),
    numbering: {
      config: [
        {
          reference: listReferences.bullets,
          levels: [{ ...listLevel, format: LevelFormat.BULLET, text: '•' }],
        },
        {
          reference: listReferences.numbers,
          levels: [{ ...listLevel, format: LevelFormat.DECIMAL, text: '%1.' }],
        },
      ],
    },
    footnotes,
    sections,
  });
  return Uint8Array.from(await Packer.toBuffer(document));
}
