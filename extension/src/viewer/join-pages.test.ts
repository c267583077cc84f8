import { describe, expect, it } from 'vitest';
import { joinPages } from './join-pages.ts';

const run = (str: string, hasEOL = false, y = 500, x = 50) => ({ str, hasEOL, height: 10, x, y });
const textOf = (...pages: readonly (readonly ReturnType<typeof run>[])[]) => joinPages(pages).flat.text;

describe('the joined pages of a PDF', () => {
  const joined = joinPages([
    [run('De '), run('minister', true), run('', true), run('schaft')],
    [],
    [run('af.'), run(' Einde')],
  ]);

  it('are one text in which lines and pages end a line', () => {
    expect(joined.flat.text).toBe('De minister\nschaft\naf. Einde');
  });

  it('know where each page begins, also one without text', () => {
    expect(joined.pageStarts).toEqual([0, 19, 19]);
  });

  it('lead back to the run', () => {
    expect(joined.flat.placesOf({ start: 12, end: 22 })).toEqual({
      start: { node: { page: 0, run: 3 }, offset: 0 },
      end: { node: { page: 2, run: 0 }, offset: 3 },
    });
    expect(joined.nodes[2]?.[1]).toEqual({ page: 2, run: 1 });
  });

  it.each([
    ['De emissiefacto-', 'ren stijgen', 'De emissiefactoren stijgen'],
    ['De asiel- ', 'en nareiszaken', 'De asiel-\nen nareiszaken'],
    ['Alle IND-', 'medewerkers', 'Alle IND-medewerkers'],
    ['In Noord-', 'Holland', 'In Noord-Holland'],
    ['Artikel 3-', '4 vervalt', 'Artikel 3-\n4 vervalt'],
    ['zacht\u00ad', 'jes', 'zachtjes'],
  ])('put "%s" and "%s" together', (one, other, text) => {
    expect(textOf([run(one, true), run(other)])).toBe(text);
    expect(textOf([run(one)], [run(other)])).toBe(text);
  });

  it('keep the words of pages that differ in numbers only', () => {
    const form = (page: number) =>
      Array.from({ length: 20 }, (_, line) =>
        run(`Zaak ${page * 20 + line} is gegrond`, true, 700 - 20 * line),
      );
    expect(textOf(form(1), form(2)).split('\n')).toHaveLength(40);
  });

  it('have no running headers, footers and page numbers', () => {
    const page = (number: number, ...lines: readonly string[]) => [
      run('Kamerstuk 36 704, nr. 11', true, 800),
      ...lines.map((line, at) => run(line, true, 700 - 15 * at)),
      run(`Pagina ${number}`, false, 30),
    ];
    const pages = [page(1, 'Een zin die', 'doorloopt'), page(2, 'op een'), page(3, 'derde blad.')];
    expect(textOf(...pages)).toBe('Een zin die\ndoorloopt\nop een\nderde blad.');
  });

  /** Lines of ten units, close to each other from here down. */
  const body = (...lines: readonly string[]) => lines.map((line, at) => run(line, true, 700 - 14 * at));

  /** Four lines that no other page has. */
  const ownLines = (page: number) =>
    ['De', 'vier', 'eigen', 'regels'].map((word) => `${word} ${'abcdef'[page]}`);

  it('have no running headers that change from chapter to chapter, of whatever length a chapter is', () => {
    const chapters = ['1 Aanleiding', '1 Aanleiding', '2 Uitvoering', '3 Gevolgen', '4 Kosten', '4 Kosten'];
    const pages = chapters.map((header, number) => [
      run(header, true, 750),
      ...body(...ownLines(number)),
      run(`Pagina ${number}`, false, 30),
    ]);
    expect(textOf(...pages).split('\n')).toEqual(chapters.flatMap((_, number) => ownLines(number)));
  });

  it('keep the titles of slides that return, and rows that return at the head of a page', () => {
    const titles = ['Kosten', 'Kosten', 'Baten', 'Baten', 'Tijd', 'Tijd'];
    const whole = titles.flatMap((title, page) => [title, ...ownLines(page)]);
    const slides = titles.map((title, page) => [
      { ...run(title, true, 750), height: 24 },
      ...body(...ownLines(page)),
    ]);
    const rows = titles.map((title, page) => body(title, ...ownLines(page)));
    expect(textOf(...slides).split('\n')).toEqual(whole);
    expect(textOf(...rows).split('\n')).toEqual(whole);
  });

  it('keep a line that is repeated in the middle of pages', () => {
    const page = (one: string, other: string) => [
      run(one, true, 700),
      run('Totaal 12', true, 400),
      run(other, true, 100),
    ];
    expect(textOf(page('a b', 'c d'), page('e f', 'g h'))).toBe('a b\nTotaal 12\nc d\ne f\nTotaal 12\ng h');
  });

  it('put the number of a paragraph before it, and leave bullets out', () => {
    const runs = [
      run('4.', true, 600, 50),
      run('Eerst dit', true, 700, 80),
      run('en dan dat', true, 600, 80),
      run('•', false, 700, 60),
    ];
    expect(textOf(runs)).toBe('Eerst dit\n4.\ten dan dat');
  });

  it('part the items of a list, whose bullets are left out, by an empty line', () => {
    const item = (text: string) => [run('•'), run(' '), run(text), run('', true)];
    const runs = [run('Nodig is', true), ...item('een tolk die'), run('komt', true), ...item('een advocaat')];
    expect(textOf([...runs, run('het gehoor '), run('–'), run(' of niet')])).toBe(
      'Nodig is\n\neen tolk die\nkomt\n\neen advocaat\nhet gehoor of niet',
    );
  });

  it('leave out pages whose text layer is garbage, and say so', () => {
    const { flat, troubles } = joinPages([
      [run('\u0003\u0004\u0005 \u0010\u0011\u0012')],
      [run('Leesbaar.')],
      [run('  ')],
    ]);
    expect(flat.text).toBe('Leesbaar.');
    expect(troubles).toEqual(['garbage', undefined, 'no-text']);
  });
});
