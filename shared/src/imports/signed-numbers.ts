import { plainNumber } from '../exchange/index.ts';
import { columnOf, readPart, sheetParts, type WorkbookParts } from './workbook-parts.ts';
import { childOf, childrenOf } from './xml-reader.ts';

/** The sign with which the format of a cell shows its number: 0.25 as `25%`, 1200000 as `€ 1.200.000`. */
type Sign = '100%' | '%' | '€';

/** A cell of a sheet whose number is shown with a sign. Row and column count from 0. */
export interface SignedNumber {
  readonly row: number;
  readonly column: number;
  readonly sign: Sign;
}

/** Formats that every program knows by their number: `0%` and `0.00%` (ECMA-376, part 1, 18.8.30). */
const knownFormats: readonly (readonly [id: string, sign: Sign])[] = [
  ['9', '100%'],
  ['10', '100%'],
];

/** What a format says literally, which multiplies nothing: `0"%"`, `0\%`. */
const literal = /"[^"]*"|\\./gu;

function signOfFormat(code: string): Sign | undefined {
  if (code.replace(literal, '').includes('%')) return '100%';
  return code.includes('€') ? '€' : code.includes('%') ? '%' : undefined;
}

/** The signs of the styles that a workbook has, by their place. */
function signsOfStyles(parts: WorkbookParts): readonly (Sign | undefined)[] {
  const styles = readPart(parts, 'xl/styles.xml');
  const own = childrenOf(childOf(styles, 'numFmts'), 'numFmt').map(
    ({ attributes: { numFmtId, formatCode = '' } }) => [numFmtId, signOfFormat(formatCode)] as const,
  );
  const signs = new Map<string | undefined, Sign | undefined>([...knownFormats, ...own]);
  return childrenOf(childOf(styles, 'cellXfs'), 'xf').map(({ attributes }) => signs.get(attributes.numFmtId));
}

const cell = /<(?:\w+:)?c\s[^<>]*>/gu;

function readSheet(bytes: Uint8Array, signs: readonly (Sign | undefined)[]): SignedNumber[] {
  const signed: SignedNumber[] = [];
  // One by one: a large sheet has millions of cells, and few of them a sign.
  for (const [tag] of new TextDecoder().decode(bytes).matchAll(cell)) {
    const sign = signs[Number(/\ss="(\d+)"/u.exec(tag)?.[1] ?? Number.NaN)];
    const [, letters, row] = /\sr="([A-Z]{1,3})(\d{1,7})"/u.exec(tag) ?? [];
    if (sign && letters && row) signed.push({ row: Number(row) - 1, column: columnOf(letters), sign });
  }
  return signed;
}

/**
 * The cells of a workbook whose numbers are shown with a sign, by the name of their sheet. A cell keeps only the
 * number: what is read as 25% is 0.25 there.
 *
 * @throws ImportRefusal
 */
export function readSignedNumbers(parts: WorkbookParts): ReadonlyMap<string, readonly SignedNumber[]> {
  const signs = signsOfStyles(parts);
  if (signs.every((sign) => sign === undefined)) return new Map();
  return new Map([...sheetParts(parts)].map(([name, { bytes }]) => [name, readSheet(bytes, signs)]));
}

/** A number as one reads it in its cell: `25%`, `12,5%`, `€ 1200000`. */
export function withSign(number: number, sign: Sign): string {
  if (sign === '€') return `€ ${plainNumber(number)}`;
  // 0.07 × 100 is no 7.000000000000001.
  const value = sign === '100%' ? Number((number * 100).toPrecision(15)) : number;
  return `${String(plainNumber(value)).replace('.', ',')}%`;
}
