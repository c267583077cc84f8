/** Why a file cannot be imported as a whole; the text that a person reads stands in `messages/imports.ts`. */
export const refusalCodes = [
  'empty',
  'unknown-format',
  'too-large',
  'too-many-rows',
  'too-many-annotations',
  'csv-quotes',
  'zip-broken',
  'zip-too-large',
  'zip-path',
  'xml-forbidden',
  'xml-broken',
  'workbook-broken',
  'other-workbook',
  'json-broken',
  'no-annotations',
  'no-project',
  'turtle-broken',
  'no-codebook',
  'codebook-cycle',
  'not-allowed',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A file that cannot be imported: nothing of it is. */
export class ImportRefusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, options?: { readonly cause?: unknown }) {
    super(`the file cannot be imported: ${code}`, options);
    this.name = 'ImportRefusal';
    this.code = code;
  }
}
