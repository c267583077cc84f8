export { type RichBlock, type RichRun, readMarkdown } from './read-markdown.ts';
