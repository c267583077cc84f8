import path from 'node:path';
import { serverFolder } from '../server-folder.ts';

/** What `npm start` and `npm run admin` run. */
export const programs = {
  main: path.join(serverFolder, 'dist/main.js'),
  admin: path.join(serverFolder, 'dist/admin.js'),
} as const;
