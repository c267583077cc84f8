export { type HistoryItem, itemChanges, itemTitle, mainItem, type ToldChange } from './describe-item.ts';
export type { HistoryNames } from './history-names.ts';
export { obstacleWords } from './obstacle-words.ts';
export { operationWords } from './operation-words.ts';
