import { expect, it } from 'vitest';
import { exportFormats } from '../api/index.ts';
import { exchangeMessages } from './exchange.ts';

it.each([
  [
    'nl',
    [
      ...['Excel (xlsx)', 'csv', 'offline pagina (html)', 'REFI-QDA-project (qdpx)'],
      ...['REFI-QDA-codeboek (qdc)', 'codeboek als SKOS (Turtle)', 'Web Annotations (JSON-LD)'],
    ],
  ],
  [
    'en',
    [
      ...['Excel (xlsx)', 'CSV', 'offline page (html)', 'REFI-QDA project (qdpx)'],
      ...['REFI-QDA codebook (qdc)', 'codebook as SKOS (Turtle)', 'Web Annotations (JSON-LD)'],
    ],
  ],
] as const)('what is downloaded has a capital only where it is a name (%s)', (language, names) => {
  const messages = exchangeMessages[language];
  const said = exportFormats.map((format) => messages.download(messages[`format.${format}`]));
  expect(said.toSorted()).toEqual(names.map((name) => `Download ${name}`).toSorted());
});
