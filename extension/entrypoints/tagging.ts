import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provideTagging } from '../src/agent/load-tagging.ts';
import { createTaggingKit } from '../src/tagging/tagging-kit.ts';

/** The tagging toolbar: injected into a page beside the content script when it is first needed. */
export default defineUnlistedScript(() => provideTagging(createTaggingKit));
