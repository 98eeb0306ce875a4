import { editor } from 'monaco-editor/editor';
import { readPalette } from '../palette.ts';
import type { Palette } from '../palette.ts';

/** Colours of the grammar's tokens: those of the static code, so that opening an editor changes as little as can be. */
const tokens = {
  light: { keyword: 'd73a49', string: '032f62', comment: '6a737d', number: '005cc5', type: '6f42c1' },
  dark: { keyword: 'f97583', string: '9ecbff', comment: '99a3ad', number: '79b8ff', type: 'b392f0' },
};
type Mode = keyof typeof tokens;

const modeOf = (root: HTMLElement): Mode => (root.dataset['theme'] === 'dark' ? 'dark' : 'light');

/** Puts the page's palette, read beforehand, on every editor, and again whenever `data-theme` changes. */
export function followPageTheme(palette: Palette, root: HTMLElement = document.documentElement): void {
  const apply = (colours: Palette) => {
    const mode = modeOf(root);
    editor.defineTheme(`descent-${mode}`, toTheme(mode, colours));
    editor.setTheme(`descent-${mode}`);
  };
  new MutationObserver(() => apply(readPalette(root))).observe(root, { attributeFilter: ['data-theme'] });
  apply(palette);
}

function toTheme(mode: Mode, palette: Palette): editor.IStandaloneThemeData {
  const colours = {
    'editor.background': palette.raised,
    'editor.foreground': palette.ink,
    'editorCursor.foreground': palette.blue,
    'editorWidget.background': palette.raised,
    'editorWidget.foreground': palette.ink,
    'editorWidget.border': palette.line,
    'editorSuggestWidget.background': palette.raised,
    'editorSuggestWidget.highlightForeground': palette.blue,
    'editorSuggestWidget.focusHighlightForeground': palette.blue,
    'editorSuggestWidget.selectedForeground': palette.ink,
    'editorSuggestWidget.selectedBackground': palette.sunk,
    'editorHoverWidget.background': palette.raised,
    'editorError.foreground': palette.orange,
    'editorWarning.foreground': palette.gold,
    focusBorder: palette.blue,
    // Brackets keep the colour of the text, as in the static code.
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [bracket(n), palette.ink])),
    'editorBracketHighlight.unexpectedBracket.foreground': palette.orange,
  };
  return {
    base: mode === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: rules(mode),
    // A page without our palette keeps Monaco's own colours.
    colors: Object.fromEntries(Object.entries(colours).filter(([, value]) => value !== '')),
  };
}

const bracket = (level: number) => `editorBracketHighlight.foreground${level}`;

const rules = (mode: Mode): editor.ITokenThemeRule[] => [
  { token: 'keyword', foreground: tokens[mode].keyword },
  { token: 'string', foreground: tokens[mode].string },
  { token: 'regexp', foreground: tokens[mode].string },
  { token: 'comment', foreground: tokens[mode].comment },
  { token: 'number', foreground: tokens[mode].number },
  { token: 'type', foreground: tokens[mode].type },
  { token: 'call', foreground: tokens[mode].type },
  { token: 'declared', foreground: tokens[mode].number },
];
