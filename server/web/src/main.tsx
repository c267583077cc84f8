import { drawing } from './ask-for-scripts.ts';
import '@waarborg/shared/zod-configuration';
import '../styles/fonts.css';
import '../styles/index.css';
import { askEarly } from './api/early-answers.ts';
import { earlyPaths } from './early-paths.ts';
import { language, whenSpoken } from './language/language.ts';
import { address } from './routing/navigation.ts';
import { parseRoute } from './routing/route.ts';

/*
 * The first script is a small one: it begins all at once what a page needs, its numbers and its scripts, so that
 * neither waits for the other. It may not wait itself (`await`): the others import from it.
 */
const root = document.querySelector('#app');
if (!root) throw new Error('The page has no element #app.');
const route = parseRoute(address.value.pathname);
askEarly(earlyPaths(route, address.value.search), language.value);
const spoken = whenSpoken();
void drawing.then(async ({ start }) => {
  await spoken;
  await start(root);
});
