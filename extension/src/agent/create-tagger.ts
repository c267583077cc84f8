import { createTaggingKit } from '../tagging/tagging-kit.ts';
import type { CreateTagger } from './load-tagging.ts';
import { PassageTagger } from './passage-tagger.ts';

/** Makes the tagger with the toolbar; a script of its own in web pages, a part of our viewer. */
export const createTagger: CreateTagger = (parts, own, language) =>
  new PassageTagger({ ...parts, kit: createTaggingKit(own, language) });
