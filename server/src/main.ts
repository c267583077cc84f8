/** `npm start`: serves until it is told to stop. */
import { keepCompiled } from './keep-compiled.ts';

keepCompiled();
await import('./serve.ts');
