import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createTagger } from '../src/agent/create-tagger.ts';
import { provideTagging } from '../src/agent/load-tagging.ts';

/** The tagging toolbar: injected into a page beside the content script when it is first needed. */
export default defineUnlistedScript(() => provideTagging(createTagger));
