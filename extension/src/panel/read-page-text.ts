import { type PageTextAnswer, requestPage } from '../messaging/index.ts';

/**
 * Asks a page for its text, piece by piece: the page's browser copies each answer in one task.
 *
 * @param known version of the text that is here already: of that one no text comes.
 */
export async function readPageText(tab: number, known: number | undefined): Promise<PageTextAnswer> {
  const first = await requestPage(tab, 'read-text', { known });
  let answer = first;
  let text = first.text ?? '';
  while (answer.isCut) {
    answer = await requestPage(tab, 'read-text', { known, from: text.length });
    // It has changed meanwhile.
    if (answer.version !== first.version) return readPageText(tab, known);
    text += answer.text ?? '';
  }
  return first.text === undefined ? first : { ...first, text };
}
