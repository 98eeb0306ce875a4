/**
 * The parts of Monaco that a cell needs, and no others: its own list of features is five times as long. TypeScript's
 * grammar is imported outright, since a cell is always TypeScript; its language features are ours (`checker/`).
 */
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/wordOperations/register';
// `features/suggest` registers suggestions as ghost text and not the list, which is what we want.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import { conf } from 'monaco-editor/languages/definitions/typescript/typescript';
import { editor, languages } from 'monaco-editor/editor';
import { cellGrammar } from './grammar.ts';

export * as monaco from 'monaco-editor/editor';
export { editor, languages };

export const languageId = 'typescript';

languages.register({ id: languageId });
languages.setLanguageConfiguration(languageId, conf);
languages.setMonarchTokensProvider(languageId, cellGrammar);
