import { historyWords } from '../../messages/history-words.ts';
import type { Language } from '../../messages/index.ts';

/** What somebody did: "markeerde een passage"; an operation that has no words stands for itself. */
export function operationWords(operation: string, language: Language): string {
  const words: Readonly<Record<string, string>> = historyWords[language];
  return words[`operation.${operation}`] ?? operation;
}
