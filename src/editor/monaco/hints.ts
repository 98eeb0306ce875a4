import type { IMarkdownString, IPosition } from 'monaco-editor/editor';
import type { Checker } from '../checker/client.ts';
import type { Documentation, Place, Signatures, Suggestion } from '../checker/protocol.ts';
import { languageId, languages, monaco } from './parts.ts';

type Model = monaco.editor.ITextModel;
/** What a model's text is asked about with; nothing for a model that is no cell. */
export type PlaceOf = (model: Model) => Place | undefined;

/** Completion, documentation under the pointer and help with arguments, all asked of the checker. */
export function offerHints(checker: Checker, placeOf: PlaceOf): void {
  languages.registerCompletionItemProvider(languageId, {
    triggerCharacters: ['.'],
    provideCompletionItems: async (model, position) => {
      const place = placeOf(model);
      const at = model.getOffsetAt(position);
      const found = place && (await checker.ask('suggestions', { ...place, at }));
      return { suggestions: (found ?? []).map((item) => toItem(item, model, position, at)) };
    },
    resolveCompletionItem: async (item) => {
      const { model, at } = item as CellItem;
      const place = placeOf(model);
      const found =
        place && (await checker.ask('suggestion', { ...place, at, name: (item as CellItem).label }));
      return found ? { ...item, detail: found.declaration, documentation: markdown(found.text) } : item;
    },
  });
  languages.registerHoverProvider(languageId, {
    provideHover: async (model, position) => {
      const place = placeOf(model);
      const found =
        place && (await checker.ask('documentation', { ...place, at: model.getOffsetAt(position) }));
      return found ? toHover(found, model) : null;
    },
  });
  languages.registerSignatureHelpProvider(languageId, {
    signatureHelpTriggerCharacters: ['(', ','],
    provideSignatureHelp: async (model, position) => {
      const place = placeOf(model);
      const found = place && (await checker.ask('signatures', { ...place, at: model.getOffsetAt(position) }));
      return found ? { value: toHelp(found), dispose: () => undefined } : null;
    },
  });
}

/** Documentation is shown as Markdown without HTML, links to commands or trust. */
const markdown = (value: string): IMarkdownString => ({ value, isTrusted: false, supportHtml: false });

interface CellItem extends monaco.languages.CompletionItem {
  label: string;
  model: Model;
  at: number;
}

function toItem(found: Suggestion, model: Model, position: IPosition, at: number): CellItem {
  const word = model.getWordUntilPosition(position);
  return {
    label: found.name,
    insertText: found.name,
    kind: kindOf(found.kind),
    sortText: found.sortText,
    tags: found.deprecated ? [languages.CompletionItemTag.Deprecated] : [],
    range: new monaco.Range(position.lineNumber, word.startColumn, position.lineNumber, word.endColumn),
    model,
    at,
  };
}

function kindOf(kind: string): monaco.languages.CompletionItemKind {
  const kinds = languages.CompletionItemKind;
  switch (kind) {
    case 'function':
    case 'local function':
      return kinds.Function;
    case 'method':
      return kinds.Method;
    case 'keyword':
      return kinds.Keyword;
    case 'class':
      return kinds.Class;
    case 'interface':
    case 'type':
      return kinds.Interface;
    case 'module':
      return kinds.Module;
    case 'const':
      return kinds.Constant;
    case 'property':
    case 'getter':
    case 'setter':
      return kinds.Field;
    default:
      return kinds.Variable;
  }
}

function toHover({ declaration, text, start, length }: Documentation, model: Model) {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(start + length);
  return {
    range: monaco.Range.fromPositions(from, to),
    contents: [markdown(`\`\`\`${languageId}\n${declaration}\n\`\`\``), markdown(text)],
  };
}

function toHelp({ active, parameter, signatures }: Signatures): monaco.languages.SignatureHelp {
  return {
    activeSignature: active,
    activeParameter: parameter,
    signatures: signatures.map(({ label, text, parameters }) => ({
      label,
      documentation: markdown(text),
      parameters: parameters.map(({ from, to, text }) => ({
        label: [from, to],
        documentation: markdown(text),
      })),
    })),
  };
}
