/** `language.js`: brings the compiler, for texts that the reader changed. */
import { compile } from '../../language/compile.ts';
import { registerLanguage } from './language.ts';

registerLanguage(compile);
