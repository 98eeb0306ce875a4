import type * as TypeScript from 'typescript';
import type { CellService } from '../../language/cell-service.ts';
import { cellFile } from '../../language/cell-types.ts';
import { toDocumentation } from './documentation.ts';
import type { Documentation, Gives, Request, Suggestion, Topic } from './protocol.ts';
import { toSignatures } from './signatures.ts';

/** More names than this help nobody; `tf.` has about 500. */
const mostSuggestions = 2000;

/** Answers one question about a cell. */
export function answer(service: CellService, request: Request): Gives<Topic> {
  const { cells, cell } = request.takes;
  service.show(cells, cell);
  switch (request.topic) {
    case 'problems':
      return service.problems();
    case 'suggestions':
      return suggestions(service.language, request.takes.at);
    case 'suggestion':
      return suggestion(service.language, request.takes.at, request.takes.name);
    case 'documentation':
      return documentation(service.language, request.takes.at);
    case 'signatures': {
      const items = service.language.getSignatureHelpItems(cellFile, request.takes.at, {});
      return items ? toSignatures(items) : null;
    }
  }
}

function suggestions(language: TypeScript.LanguageService, at: number): Suggestion[] {
  const entries = language.getCompletionsAtPosition(cellFile, at, {})?.entries ?? [];
  return entries.slice(0, mostSuggestions).map((entry) => ({
    name: entry.name,
    kind: entry.kind,
    sortText: entry.sortText,
    deprecated: entry.kindModifiers?.includes('deprecated') ?? false,
  }));
}

function suggestion(language: TypeScript.LanguageService, at: number, name: string): Documentation | null {
  const details = language.getCompletionEntryDetails(cellFile, at, name, {}, undefined, {}, undefined);
  return details ? toDocumentation(details, at, 0) : null;
}

function documentation(language: TypeScript.LanguageService, at: number): Documentation | null {
  const info = language.getQuickInfoAtPosition(cellFile, at);
  return info ? toDocumentation(info, info.textSpan.start, info.textSpan.length) : null;
}
