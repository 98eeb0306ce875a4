import { language } from 'monaco-editor/languages/definitions/typescript/typescript';
import type { languages } from 'monaco-editor/editor';

/** What Monaco's own grammar does not tell apart and the static code does. First match wins. */
const finer: languages.IMonarchLanguageRule[] = [
  [/=>|\.\.\.|[-=!&|+*%^~?]+/, 'keyword'],
  // After a dot or before a colon, a keyword is a name like any other: `{ type: 'line' }`, `Array.from(…)`.
  [/(\.)([a-z_$][\w$]*)(?=\()/, ['delimiter', 'call']],
  [/(\.)([a-z_$][\w$]*)/, ['delimiter', 'identifier']],
  [/[a-z_$][\w$]*(?=:)/, { cases: { default: 'keyword', '@default': 'identifier' } }],
  [/(?:true|false|null|undefined)\b/, 'number'],
  [/[a-z_$][\w$]*(?=\()/, { cases: { '@keywords': 'keyword', '@default': 'call' } }],
  [/(const)(\s+)([A-Za-z_$][\w$]*)/, ['keyword', 'white', 'declared']],
];

/** Monaco's grammar of TypeScript with calls and constants told apart from other names. */
export const cellGrammar: languages.IMonarchLanguage = {
  ...language,
  tokenizer: { ...language.tokenizer, common: [...finer, ...(language.tokenizer['common'] ?? [])] },
};
