import type { Plugin } from 'vite';

/** How Plot makes what writes numbers of a language: at once, and for English while it is loaded. */
const atOnce = `  const format = numberFormat(locale);
  return (i) => (i != null && !isNaN(i) ? format.format(i) : undefined);
`;
const whenAsked = `  return (i) => (i != null && !isNaN(i) ? numberFormat(locale).format(i) : undefined);
`;

/**
 * Has Observable Plot ask the browser how numbers are written when it writes one, and not when it is loaded: our
 * pictures have all of theirs written by ourselves, and the first question costs a browser 30 ms (ADR 76).
 *
 * @throws Where Plot is written otherwise than this knows it: a newer version would ask again without a word.
 */
export function lateNumberFormat(): Plugin {
  return {
    name: 'late-number-format',
    transform: {
      filter: { id: /\/@observablehq\/plot\/src\/format\.js$/u },
      handler(code, id) {
        if (!code.includes(atOnce)) throw new Error(`${id} is another than this build knows.`);
        return { code: code.replace(atOnce, whenAsked), map: null };
      },
    },
  };
}
