import { importMessages } from '@waarborg/shared/messages/imports';
import { language } from '../language/language.ts';

/** Names that are told; the rest is counted. */
const maxNames = 20;

/** The first of many names, and how many there are more. */
export function namesInWords(names: readonly string[]): string {
  const more = names.length - maxNames;
  const told = names.slice(0, maxNames).join(', ');
  return more > 0 ? `${told} ${importMessages[language.value].moreRows(more)}` : told;
}
