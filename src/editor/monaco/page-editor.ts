import type { EditorOptions } from '../editor.ts';
import { createLeaveHint } from '../hint.ts';
import { insertStyles } from '../styles.ts';
import type { Palette } from '../palette.ts';
import type { TypeSetting } from '../type-setting.ts';
import { createCellModels, textOf } from './cell-models.ts';
import type { CellModel, CellModels } from './cell-models.ts';
import { leaveByEscTab } from './leave.ts';
import { mostLines, quiet, setLike } from './options.ts';
import { editor, monaco } from './parts.ts';
import { followPageTheme } from './theme.ts';

/** The one Monaco of a page, which goes from cell to cell. */
export interface PageEditor {
  readonly models: CellModels;
  /** Shows a cell; the cell shown before is told that its editor was taken. */
  show(cell: CellModel, options: EditorOptions, setting: TypeSetting): void;
  /** Puts the cell away, if it is the one shown. */
  hide(cell: CellModel): void;
  focus(): void;
  /** Puts the caret at a place of the cell shown, counted from 1, and the focus with it. */
  reveal(line: number, column: number): void;
}

interface Shown {
  cell: CellModel;
  options: EditorOptions;
  listener: monaco.IDisposable;
}

export function createPageEditor(palette: Palette): PageEditor {
  insertStyles();
  const host = document.createElement('div');
  host.className = 'cell-editor';
  // Monaco vanishes in right-to-left pages; code is left-to-right in every language.
  host.dir = 'ltr';
  const box = document.createElement('div');
  host.append(box, createLeaveHint());
  followPageTheme(palette);
  const instance = editor.create(box, { ...quiet, model: null, ariaContainerElement: host });
  let shown: Shown | undefined;
  grow(instance, box);
  leaveByEscTab(instance, () => shown?.options.onLeave());
  instance.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => shown?.options.onRun());

  const put = () => {
    if (!shown) return undefined;
    const { cell, options, listener } = shown;
    cell.view = instance.saveViewState();
    listener.dispose();
    instance.setModel(null);
    host.remove();
    shown = undefined;
    return options;
  };
  return {
    models: createCellModels(),
    show(cell, options, setting) {
      put()?.onTaken?.();
      const listener = cell.model.onDidChangeContent(() => options.onChange(textOf(cell.model)));
      shown = { cell, options, listener };
      instance.updateOptions({ ...setLike(setting), ariaLabel: options.label });
      instance.setModel(cell.model);
      options.parent.append(host);
      instance.layout();
      if (cell.view) instance.restoreViewState(cell.view);
      box.querySelector('[role=textbox]')?.setAttribute('aria-describedby', 'editor-leave-hint');
    },
    hide(cell) {
      if (shown?.cell === cell) put();
    },
    focus: () => instance.focus(),
    reveal(lineNumber, column) {
      instance.setPosition({ lineNumber, column });
      instance.revealPositionInCenterIfOutsideViewport({ lineNumber, column });
      instance.focus();
      box.scrollIntoView({ block: 'nearest' });
    },
  };
}

/** Keeps the box as high as its text, up to a limit beyond which the text scrolls inside. */
function grow(instance: monaco.editor.IStandaloneCodeEditor, box: HTMLElement): void {
  const fit = () => {
    const line = instance.getOption(monaco.editor.EditorOption.lineHeight);
    const { top, bottom } = instance.getOption(monaco.editor.EditorOption.padding);
    const height = Math.min(instance.getContentHeight(), mostLines * line + top + bottom);
    box.style.height = `${height}px`;
    instance.layout();
  };
  instance.onDidContentSizeChange(fit);
}
