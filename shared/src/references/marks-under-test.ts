/** Texts of tests in which what is referred to stands between marks: `zie ⟦Stb. 2025, 123⟧`. */
import { findReferences } from './find-references.ts';

/** The text by itself. */
export function withoutMarks(marked: string): string {
  return marked.replace(/[⟦⟧]/gu, '');
}

/** A text with marks around what is found in it, and what that is, in its order: `art. 39 Vw 2000; kst-36704-11`. */
export function markFound(text: string): { readonly marked: string; readonly canonical: string } {
  const found = findReferences(text);
  const marked = found.reduceRight(
    (written, { start, end }) =>
      `${written.slice(0, start)}⟦${written.slice(start, end)}⟧${written.slice(end)}`,
    text,
  );
  return { marked, canonical: found.map(({ canonical }) => canonical).join('; ') };
}
