import type { Plugin } from 'vite';

/** Chunks of what a page does while it begins, by name; of the others most functions are seldom called. */
const ofBeginnings = /^(?:index|start|common|draw-picture|.+-page)$/u;
const hint = '//# allFunctionsCalledOnLoad\n';

/**
 * Tells V8 to compile all of a page's scripts while they arrive, beside the page. It would compile each function when it
 * is called first, and the page would wait for it (ADR 85). Other browsers read a comment.
 */
export function compileEarly(): Plugin {
  return {
    name: 'compile-early',
    apply: 'build',
    generateBundle: {
      // It must be the first that stands there, before what Vite writes for imports.
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && ofBeginnings.test(file.name)) file.code = hint + file.code;
        }
      },
    },
  };
}
