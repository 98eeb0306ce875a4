import { language } from 'monaco-editor/languages/definitions/typescript/typescript';
import type { languages } from 'monaco-editor/editor';

/** What is called, so that it has the colour it has in the static code. */
const call: languages.IMonarchLanguageRule = [
  /[a-z_$][\w$]*(?=\()/,
  { cases: { '@keywords': 'keyword', '@default': 'call' } },
];

/** Monaco's grammar of TypeScript with calls told apart from other names. */
export const cellGrammar: languages.IMonarchLanguage = {
  ...language,
  tokenizer: { ...language.tokenizer, common: [call, ...(language.tokenizer['common'] ?? [])] },
};
