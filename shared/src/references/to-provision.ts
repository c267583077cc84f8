import { findReferences } from './find-references.ts';

/**
 * An article of a law as others who name it write it: `art. 39 Vw 2000` for `Vreemdelingenwet 2000, artikel 39`, so
 * that it is one article wherever articles are compared. What is anything more or else stays as it was typed.
 */
export function toProvision(typed: string): string {
  const text = typed.trim();
  const [first, ...more] = findReferences(text);
  const isWhole = first?.start === 0 && first.end === text.length && more.length === 0;
  return isWhole && first.kind === 'article' && first.provision?.law !== undefined ? first.canonical : text;
}
