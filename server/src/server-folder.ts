import path from 'node:path';

/** The folder `server` of the project: one up from here, and from the built program in `dist` as well. */
export const serverFolder = path.join(import.meta.dirname, '..');
