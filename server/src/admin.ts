/** `npm run admin`: one command of an administrator. */
import { keepCompiled } from './keep-compiled.ts';

keepCompiled();
const { administer } = await import('./administer.ts');
process.exitCode = await administer(process.argv.slice(2), process.env, {
  print: console.log,
  say: console.error,
});
