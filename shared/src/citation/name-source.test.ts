import { describe, expect, it } from 'vitest';
import { readCitations } from '../references/index.ts';
import { nameCited, nameSource } from './index.ts';

describe('nameSource', () => {
  it.each([
    ['Kamerstuk TK 2024/25, 36704, nr. 11', 'Kamerstukken II 2024/25, 36704, nr. 11'],
    ['kst-36704-11', 'Kamerstukken II, 36704, nr. 11'],
    ['Kamerstukken II 36 704', 'Kamerstukken 36704'],
    ['Handelingen II 2023/24, nr. 53, item 12', 'Handelingen II 2023/24, nr. 53, item 12'],
    ['Aanhangsel Handelingen II 2022/23, nr. 3649', 'Aanhangsel Handelingen II 2022/23, nr. 3649'],
    ['Stb. 2012, 363', 'Stb. 2012, 363'],
    ['ECLI:NL:RVS:2013:298', 'ECLI:NL:RVS:2013:298'],
    ['artikel 28 Vreemdelingenwet 2000', 'Vw 2000'],
    ['CELEX 31995L0046', 'Richtlijn 95/46/EG'],
    ['CELEX 62016CJ0348', 'CELEX 62016CJ0348'],
  ])('names %o %o', (text, name) => {
    expect(readCitations(text).map(({ source }) => nameSource(source, 'nl'))).toEqual([name]);
  });
});

describe('nameCited', () => {
  it.each([
    ['artikel 28, eerste lid, Vreemdelingenwet 2000', 'art. 28 Vw 2000'],
    ['artikel 12, tweede lid', 'art. 12'],
    ['Kamerstuk TK 2024/25, 36704, nr. 11', 'Kamerstukken II 2024/25, 36704, nr. 11'],
  ])('names %o %o', (text, name) => {
    expect(readCitations(text).map((one) => nameCited(one, 'nl'))).toEqual([name]);
  });
});
