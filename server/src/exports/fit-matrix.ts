import type { Table } from '@waarborg/shared/exchange';
import type { Feature } from 'write-excel-file/node';
import type { FileContent } from './link-cells.ts';

/**
 * Prints the matrix as wide as one page (ECMA-376, part 1, 18.3.1.65): what stands beside each other belongs together
 * there. Tables with many columns of text would become too small to read.
 */
export function fitMatrix(tables: readonly Table[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(xml, _options, { sheetIndex }) {
            if (tables[sheetIndex]?.name !== 'matrix') return xml;
            return xml
              .replace(/<worksheet[^>]*>/u, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace('<pageSetup ', '<pageSetup fitToHeight="0" ');
          },
        },
      },
    },
  };
}
