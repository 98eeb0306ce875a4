import type { Checker } from '../checker/client.ts';
import type { Marker } from '../editor.ts';
import type { TypeProblem } from '../../language/cell-types.ts';
import type { PlaceOf } from './hints.ts';
import { editor, monaco } from './parts.ts';

/** How long typing must rest before a cell is checked again, in milliseconds. */
const rest = 300;

type Model = monaco.editor.ITextModel;

/** Underlines the problems of a cell's text, now and after each change. Returns what stops it. */
export function watchProblems(model: Model, checker: Checker, placeOf: PlaceOf): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = async () => {
    const place = placeOf(model);
    const version = model.getVersionId();
    const problems = place && (await checker.ask('problems', place));
    if (problems && !model.isDisposed() && model.getVersionId() === version)
      editor.setModelMarkers(
        model,
        'types',
        problems.map((problem) => toMarker(model, problem)),
      );
  };
  const listener = model.onDidChangeContent(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), rest);
  });
  void check();
  return () => {
    clearTimeout(timer);
    listener.dispose();
  };
}

function toMarker(model: Model, { start, length, message }: TypeProblem): monaco.editor.IMarkerData {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(start + Math.max(length, 1));
  return {
    severity: monaco.MarkerSeverity.Error,
    message,
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

/** Underlines places that the page names, each to the end of the word that stands there. */
export function markPlaces(model: Model, markers: readonly Marker[]): void {
  editor.setModelMarkers(
    model,
    'page',
    markers.map(({ line, column, message, severity }) => {
      const at = model.validatePosition({ lineNumber: line, column });
      const end = model.getWordAtPosition(at)?.endColumn ?? at.column + 1;
      return {
        severity: monaco.MarkerSeverity[severity === 'error' ? 'Error' : 'Warning'],
        message,
        startLineNumber: at.lineNumber,
        startColumn: at.column,
        endLineNumber: at.lineNumber,
        endColumn: Math.max(end, at.column + 1),
      };
    }),
  );
}
