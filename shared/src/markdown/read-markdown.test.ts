import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from './read-markdown.ts';

describe('readMarkdown', () => {
  it('reads paragraphs, emphasis, links to the web, lists and quotes', () => {
    expect(
      readMarkdown(
        'Een **sterk** en *schuin* [woord](https://example.org/a).\n\n- een\n- twee\n\n1. drie\n\n> vier',
      ),
    ).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'Een ' },
          { text: 'sterk', style: 'strong' },
          { text: ' en ' },
          { text: 'schuin', style: 'emphasis' },
          { text: ' ' },
          { text: 'woord', address: 'https://example.org/a' },
          { text: '.' },
        ],
      },
      { kind: 'list', isNumbered: false, items: [[{ text: 'een' }], [{ text: 'twee' }]] },
      { kind: 'list', isNumbered: true, items: [[{ text: 'drie' }]] },
      { kind: 'quote', runs: [{ text: 'vier' }] },
    ]);
  });

  it('keeps HTML and links elsewhere as text', () => {
    const text = JSON.stringify(
      readMarkdown('<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b>vet</b> A & B < C'),
    );
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).toContain('<b>');
    expect(text).toContain('A & B < C');
    expect(text).not.toContain('address');
  });

  it('takes any text', () => {
    expect(readMarkdown('>'.repeat(20_000))).toHaveLength(1);
    const overloaded = '***a** '.repeat(15_000);
    expect(readMarkdown(overloaded)).toEqual([{ kind: 'paragraph', runs: [{ text: overloaded }] }]);
    // The signs that mean something, in every order; text without them is but text.
    const unit = fc.constantFrom(...'*_[]()`>-#1.\\<&! \n\ta', '👩‍⚖️', 'https://a.nl');
    fc.assert(fc.property(fc.string({ unit, maxLength: 60 }), (text) => Array.isArray(readMarkdown(text))));
  });
});
