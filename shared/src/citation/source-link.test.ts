import { describe, expect, it } from 'vitest';
import { annotationOfFragment, sourceLink } from './index.ts';

describe('sourceLink', () => {
  const id = '0190a3c0-0000-7000-8000-000000000001';

  it('names the annotation and finds the words of a web page without the extension', () => {
    const link = sourceLink({
      id,
      source: 'https://example.org/a?b=1#c',
      exact: 'Een korte, niet-lange zin',
    });
    expect(link).toBe(`https://example.org/a?b=1#waarborg=${id}:~:text=Een%20korte%2C%20niet%2Dlange%20zin`);
    expect(annotationOfFragment(`#waarborg=${id}`)).toBe(id);
  });
  it('takes both ends of a long quote', () => {
    const link = (exact: string) =>
      sourceLink({ id, source: 'https://example.org/', exact })?.split('text=')[1];
    expect(link('a b c d e f g h i j k l')).toBe('a%20b%20c%20d%20e%20f%20g%20h%20i%20j,k%20l');
    const long = Array.from({ length: 30 }, (_, index) => String(index));
    expect(link(long.join(' '))).toBe(
      [long.slice(0, 10), long.slice(20)].map((edge) => edge.join('%20')).join(','),
    );
  });
  it('takes each end of a quote over several blocks from one of them, as browsers look for it', () => {
    const exact = '3.2 Gevolgen\nDe rechter\tkrijgt het\n rustiger. ';
    expect(sourceLink({ id, source: 'https://example.org/', exact })).toMatch(
      /text=3\.2%20Gevolgen,rustiger\.$/u,
    );
    const headed = sourceLink({
      ...{ id, source: 'https://example.org/' },
      exact: '3.2 Gevolgen\nDe rechter krijgt het\nrustiger.',
    });
    expect(headed).toMatch(/text=De%20rechter%20krijgt%20het,rustiger\.$/u);
  });
  it('opens a PDF at its page', () => {
    const link = sourceLink({ id, source: 'https://example.org/a.pdf', exact: 'x', page: 3 });
    expect(link).toBe(`https://example.org/a.pdf#waarborg=${id}&page=3`);
    expect(annotationOfFragment(new URL(link ?? '').hash)).toBe(id);
  });
  it('finds words that nobody marked', () => {
    expect(sourceLink({ source: 'https://example.org/a#c', exact: 'Artikel 28 vervalt.' })).toBe(
      'https://example.org/a#:~:text=Artikel%2028%20vervalt.',
    );
  });
  it('is absent for a file that is not on the web', () => {
    expect(sourceLink({ id, source: 'urn:sha256:00', exact: 'x' })).toBeUndefined();
  });
});
