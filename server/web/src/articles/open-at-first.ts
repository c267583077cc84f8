import type { ArticlesResponse } from '@waarborg/shared/api';

type Articles = ArticlesResponse['articles'];

/** Most lines of a page that stands open: with many times as many a browser is busy with it for half a minute. */
export const mostLines = 500;

/** How many lines an article takes: one for each impact of each thing that it does. */
function countLines({ versions }: Articles[number]): number {
  return versions.flatMap(({ effects }) => effects).reduce((total, { impacts }) => total + impacts.length, 0);
}

/** How many articles, from the first, stand open on their page: all that fit, and always one. */
export function openAtFirst(articles: Articles): number {
  let lines = 0;
  const tooMuch = articles.findIndex((article) => {
    lines += countLines(article);
    return lines > mostLines;
  });
  return tooMuch < 0 ? articles.length : Math.max(1, tooMuch);
}
