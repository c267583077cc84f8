/**
 * The styles of highlights for a browser that inherits them, into shadow roots too: a rule on the root is enough, and
 * costs a large page less than one that matches every element.
 */
export function toInherited(css: string): string {
  return css.replaceAll('::highlight(', ':root::highlight(');
}
