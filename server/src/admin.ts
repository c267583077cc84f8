/** `npm run admin`: one command of an administrator. */
import { keepCompiled } from './keep-compiled.ts';

keepCompiled();
await import('./administer.ts');
