/** Largest file that is read, in bytes. */
export const maxFileBytes = 100 * 1024 * 1024;
/** Most bytes that a packed file may unfold to, all its parts together. */
export const maxUnpackedBytes = 200 * 1024 * 1024;
/** Most parts of a packed file. */
export const maxParts = 10_000;
/** Most rows of a table, and most passages of a project, that are imported as one step. */
export const maxRows = 10_000;
/** Most columns of a table that are read. */
export const maxColumns = 200;
