export { readCodebookFile, writeCodebookFile } from './codebook-file.ts';
export type { ProjectContext } from './project-context.ts';
export { type ReadProject, readProject } from './read-project.ts';
export type { GuidOf } from './write-codes.ts';
export { type KeptText, type ProjectContent, writeProject } from './write-project.ts';
