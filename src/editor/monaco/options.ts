import type { editor } from 'monaco-editor/editor';
import type { TypeSetting } from '../type-setting.ts';

/** A cell taller than this scrolls inside. */
export const mostLines = 40;

/** Everything that is not editing is off: a cell is a few lines on a page, not a workbench. */
export const quiet: editor.IStandaloneEditorConstructionOptions = {
  // A real text area that holds the text: what a screen reader, or anything else that reads a page, understands.
  accessibilitySupport: 'on',
  editContext: false,
  automaticLayout: true,
  codeLens: false,
  contextmenu: false,
  definitionLinkOpensInPeek: false,
  dragAndDrop: false,
  fixedOverflowWidgets: true,
  folding: false,
  glyphMargin: false,
  guides: { indentation: false },
  hideCursorInOverviewRuler: true,
  lineNumbers: 'off',
  links: false,
  minimap: { enabled: false },
  occurrencesHighlight: 'off',
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  quickSuggestions: { other: true, comments: false, strings: false },
  renderLineHighlight: 'none',
  scrollBeyondLastColumn: 2,
  scrollBeyondLastLine: false,
  selectionHighlight: false,
  stickyScroll: { enabled: false },
  suggest: { showWords: false },
  tabSize: 2,
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true },
  wordBasedSuggestions: 'off',
  wordWrap: 'off',
};

/** Sets the text as the static code is set. */
export const setLike = (setting: TypeSetting): editor.IEditorOptions => ({
  fontFamily: setting.fontFamily,
  fontSize: setting.fontSize,
  lineHeight: setting.lineHeight,
  fontLigatures: false,
  lineDecorationsWidth: setting.padding.left,
  lineNumbersMinChars: 0,
  padding: { top: setting.padding.top, bottom: setting.padding.bottom },
  // The page scrolls over a cell unless the cell is too tall to be shown whole.
  scrollbar: {
    alwaysConsumeMouseWheel: false,
    ignoreHorizontalScrollbarInContentHeight: true,
    horizontalScrollbarSize: 8,
    verticalScrollbarSize: 8,
    useShadows: false,
  },
});
