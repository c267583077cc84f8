/** What we use of the linter, which has no types of its own. */
declare module 'addons-linter' {
  /** Something that the linter has to say. */
  export interface Finding {
    readonly code: string;
    readonly message: string;
    /** Path in the package; absent for what is about the whole of it. */
    readonly file?: string;
  }
  /** Makes a linter of the package in the folder that `_` names. */
  export function createInstance(options: {
    readonly config: { readonly _: readonly string[]; readonly logLevel: string; readonly output: string };
    readonly runAsBinary: boolean;
  }): { run(): Promise<{ readonly errors: readonly Finding[]; readonly warnings: readonly Finding[] }> };
}
