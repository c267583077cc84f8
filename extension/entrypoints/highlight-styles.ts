import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { styleEarly } from '../src/highlighting/highlight-styles.ts';

/** How passages look, in a page of an allowed site before it is styled for the first time. */
export default defineUnlistedScript(() => styleEarly(document));
