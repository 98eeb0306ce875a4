import { monaco } from './parts.ts';

/** Esc closes these first. */
const busy = [
  'suggestWidgetVisible',
  'findWidgetVisible',
  'parameterHintsVisible',
  'markersNavigationVisible',
  'inSnippetMode',
  'editorHasMultipleSelections',
  'editorHasSelection',
];

/** Esc, then Tab (or Shift+Tab) leaves the editor; any other key in between and Tab indents again. */
export function leaveByEscTab(editor: monaco.editor.IStandaloneCodeEditor, onLeave: () => void): void {
  const arm = (armed: boolean) => editor.updateOptions({ tabFocusMode: armed });
  const isArmed = () => editor.getOption(monaco.editor.EditorOption.tabFocusMode);
  editor.addCommand(monaco.KeyCode.Escape, () => arm(true), busy.map((state) => `!${state}`).join(' && '));
  editor.onKeyDown(({ keyCode }) => {
    if (!isArmed() || keyCode === monaco.KeyCode.Escape || keyCode === monaco.KeyCode.Shift) return;
    if (keyCode !== monaco.KeyCode.Tab) arm(false);
    // The browser moves the focus after this event; leaving must not take the ground from under it.
    else setTimeout(onLeave);
  });
  editor.onDidBlurEditorWidget(() => arm(false));
}
