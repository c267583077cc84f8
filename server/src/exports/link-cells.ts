import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Table } from '@waarborg/shared/exchange';
import type { Feature } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
} from 'write-excel-file/utility';

/** What a file in a workbook can be, to the library that writes it. */
export type FileContent = Stream | Buffer | Blob;

/** Most links that Excel takes on a sheet, and the longest of them. */
const maxLinks = 65_530;
const maxLinkLength = 2_079;

const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

interface Link {
  readonly address: string;
  /** `B2` */
  readonly cell: string;
  readonly id: string;
}

/** Addresses of the web in columns of links, with the cells in which they stand. */
function linksOf({ columns, rows }: Table): Link[] {
  const places = columns.flatMap(({ kind }, place) => (kind === 'link' ? [place] : []));
  return rows
    .flatMap((row, index) =>
      places.flatMap((place) => {
        const address = row[place];
        const isLink =
          typeof address === 'string' && /^https?:/u.test(address) && address.length <= maxLinkLength;
        // The head is the first row.
        return isLink ? [{ address, cell: getCellAddress(index + 1, place) }] : [];
      }),
    )
    .slice(0, maxLinks)
    .map((link, index) => ({ ...link, id: `rId-link-${index + 1}` }));
}

/**
 * Makes addresses in columns of links open by a click, as cells of a workbook are linked (ECMA-376, part 1,
 * 18.3.1.47). A formula would do the same and ask the reader to trust the file.
 */
export function linkCells(tables: readonly Table[]): Feature<FileContent> {
  const links = tables.map(linksOf);
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(xml, _options, { sheetIndex }) {
            const own = links[sheetIndex] ?? [];
            if (own.length === 0) return xml;
            const elements = own.map(({ cell, id }) => `<hyperlink ref="${cell}" r:id="${id}"/>`);
            return insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              `<hyperlinks>${elements.join('')}</hyperlinks>`,
              getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [],
              'worksheet',
            );
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_options, { sheetIndex }) =>
            (links[sheetIndex] ?? [])
              .map(({ address, id }) => {
                const target = sanitizeAttributeValue(address);
                return `<Relationship Id="${id}" Type="${relationshipType}" Target="${target}" TargetMode="External"/>`;
              })
              .join(''),
        },
      },
    },
  };
}
