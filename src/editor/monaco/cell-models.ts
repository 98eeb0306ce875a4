import type { LessonTexts } from '../editor.ts';
import type { Place } from '../checker/protocol.ts';
import { editor, languageId, monaco } from './parts.ts';

/** A cell's text in Monaco, kept with its undo history and place while the page lives. */
export interface CellModel {
  cell: string;
  lesson: LessonTexts;
  model: monaco.editor.ITextModel;
  view: monaco.editor.ICodeEditorViewState | null;
}

export interface CellModels {
  /** The cell's model with this text. A text from elsewhere is an edit, so that it can be undone. */
  take(cell: string, text: string, lesson: LessonTexts): CellModel;
  placeOf(model: monaco.editor.ITextModel): Place | undefined;
}

export const textOf = (model: monaco.editor.ITextModel): string =>
  model.getValue(monaco.editor.EndOfLinePreference.LF);

/** Replaces the text as one step of the undo history; the same text changes nothing. */
export function writeText(model: monaco.editor.ITextModel, text: string): void {
  if (textOf(model) === text) return;
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
}

export function createCellModels(): CellModels {
  const byCell = new Map<string, CellModel>();
  const byModel = new Map<monaco.editor.ITextModel, CellModel>();
  const create = (cell: string, text: string, lesson: LessonTexts): CellModel => {
    const made = { cell, lesson, model: editor.createModel(text, languageId), view: null };
    made.model.setEOL(monaco.editor.EndOfLineSequence.LF);
    byCell.set(`${lesson.lesson}/${cell}`, made);
    byModel.set(made.model, made);
    return made;
  };
  return {
    take(cell, text, lesson) {
      const known = byCell.get(`${lesson.lesson}/${cell}`);
      if (!known) return create(cell, text, lesson);
      known.lesson = lesson;
      writeText(known.model, text);
      return known;
    },
    placeOf(model) {
      const known = byModel.get(model);
      if (!known) return undefined;
      const cells = known.lesson
        .cells()
        .map(({ id, source }) => ({ id, source: id === known.cell ? textOf(model) : source }));
      return { cell: known.cell, cells };
    },
  };
}
