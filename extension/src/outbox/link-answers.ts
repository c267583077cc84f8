import { linkSchema } from '@waarborg/shared/dossier';
import type { Answers } from '../messaging/index.ts';
import { findLinksOf, findPassagesByWords } from './find-links.ts';
import * as schemas from './request-schemas.ts';
import { saveLink, unlink } from './save.ts';
import { afterChange } from './scheduler.ts';
import { withDossier } from './with-dossier.ts';

type LinkAnswers = Pick<Answers, 'list-links' | 'search-passages' | 'save-link' | 'remove-link'>;

/** How the background answers what is about links between passages. */
export const linkAnswers: LinkAnswers = {
  'list-links': {
    parse: (input) => schemas.documentIdSchema.parse(input),
    open: false,
    answer: ({ document }) =>
      withDossier(async (db, { user }) => ({ ok: true, value: await findLinksOf(db, user, document) })),
  },
  'search-passages': {
    parse: (input) => schemas.passageSearchSchema.parse(input),
    open: false,
    answer: (search) =>
      withDossier(async (db, { user }) => ({ ok: true, value: await findPassagesByWords(db, user, search) })),
  },
  'save-link': {
    parse: (input) => linkSchema.parse(input),
    open: false,
    answer: (link) =>
      withDossier(async (db) => {
        const saved = await saveLink(db, link);
        void afterChange();
        return { ok: true, value: saved };
      }),
  },
  'remove-link': {
    parse: (input) => schemas.idSchema.parse(input),
    open: false,
    answer: ({ id }) =>
      withDossier(async (db) => {
        const removed = await unlink(db, id);
        if (!removed) return { ok: false, code: 'not-found' };
        void afterChange();
        return { ok: true, value: removed };
      }),
  },
};
