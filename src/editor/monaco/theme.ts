import { editor } from 'monaco-editor/editor';

/** Colours of the grammar's tokens: those of the static code, so that opening an editor changes as little as can be. */
const tokens = {
  light: { keyword: 'd73a49', string: '032f62', comment: '6a737d', number: '005cc5', type: '6f42c1' },
  dark: { keyword: 'f97583', string: '9ecbff', comment: '99a3ad', number: '79b8ff', type: 'b392f0' },
};
type Mode = keyof typeof tokens;

const modeOf = (root: HTMLElement): Mode => (root.dataset['theme'] === 'dark' ? 'dark' : 'light');

/** Puts the page's palette on every editor, and again whenever `data-theme` changes. */
export function followPageTheme(root: HTMLElement = document.documentElement): void {
  const apply = () => {
    const mode = modeOf(root);
    editor.defineTheme(`descent-${mode}`, toTheme(mode, getComputedStyle(root)));
    editor.setTheme(`descent-${mode}`);
  };
  new MutationObserver(apply).observe(root, { attributeFilter: ['data-theme'] });
  apply();
}

function toTheme(mode: Mode, style: CSSStyleDeclaration): editor.IStandaloneThemeData {
  const colour = (token: string) => toHex(style.getPropertyValue(token).trim());
  const colours = {
    'editor.background': colour('--raised'),
    'editor.foreground': colour('--ink'),
    'editorCursor.foreground': colour('--blue'),
    'editorWidget.background': colour('--raised'),
    'editorWidget.foreground': colour('--ink'),
    'editorWidget.border': colour('--line'),
    'editorSuggestWidget.background': colour('--raised'),
    'editorSuggestWidget.highlightForeground': colour('--blue'),
    'editorSuggestWidget.focusHighlightForeground': colour('--blue'),
    'editorSuggestWidget.selectedForeground': colour('--ink'),
    'editorSuggestWidget.selectedBackground': colour('--sunk'),
    'editorHoverWidget.background': colour('--raised'),
    'editorError.foreground': colour('--orange'),
    'editorWarning.foreground': colour('--gold'),
    focusBorder: colour('--blue'),
    // Brackets keep the colour of the text, as in the static code.
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [bracket(n), colour('--ink')])),
    'editorBracketHighlight.unexpectedBracket.foreground': colour('--orange'),
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

/** `#rgb`, `#rrggbb` or `rgb(r, g, b)` as `#rrggbb`, the only notation that Monaco reads; '' for anything else. */
function toHex(colour: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  if (short)
    return `#${short
      .slice(1)
      .flatMap((digit) => [digit, digit])
      .join('')}`;
  const rgb = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
  if (rgb)
    return `#${rgb
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : '';
}
