import { createTaggingKit } from '../tagging/tagging-kit.ts';
import type { CreateTagger } from './load-tagging.ts';
import { PassageTagger } from './passage-tagger.ts';
import { PassageUpkeep } from './passage-upkeep.ts';

/** Makes the tagger with the toolbar; a script of its own in web pages, a part of our viewer. */
export const createTagger: CreateTagger = (parts, own, language) =>
  new PassageTagger({
    ...parts,
    upkeep: new PassageUpkeep(parts),
    kit: createTaggingKit(own, language),
  });
