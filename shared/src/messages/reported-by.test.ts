import { expect, it } from 'vitest';
import { historyWords } from './history-words.ts';
import { taggingMessages } from './tagging.ts';
import { uiMessages } from './ui.ts';

it.each(['nl', 'en'] as const)('who reports a claim is asked for as it is told: %s', (language) => {
  const field = taggingMessages[language].reportedBy;
  expect(uiMessages[language].accordingTo('IND')).toBe(`${field.toLowerCase()} IND`);
  expect(historyWords[language]['field.reportedBy']).toBe(field);
});
