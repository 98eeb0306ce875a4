/** How the static code is set, so that an editor in its place moves nothing. Pixels. */
export interface TypeSetting {
  fontFamily: string;
  fontSize: number;
  lineHeight: number;
  padding: { top: number; bottom: number; left: number };
}

const fallback: TypeSetting = {
  fontFamily: "'JetBrains Mono', ui-monospace, monospace",
  fontSize: 14.5,
  lineHeight: 23,
  padding: { top: 12, bottom: 12, left: 16 },
};

/** Reads the setting of the static code next to an editor's element, hidden or not. */
export function typeSettingOf(parent: HTMLElement): TypeSetting {
  const code = (parent.closest('.cell-code, descent-cell') ?? parent).querySelector('.cell-source');
  if (!code) return fallback;
  const style = getComputedStyle(code);
  const pixels = (value: string, otherwise: number) => (value.endsWith('px') ? parseFloat(value) : otherwise);
  const { padding } = fallback;
  return {
    fontFamily: style.fontFamily,
    fontSize: pixels(style.fontSize, fallback.fontSize),
    lineHeight: pixels(style.lineHeight, fallback.lineHeight),
    padding: {
      top: pixels(style.paddingTop, padding.top),
      bottom: pixels(style.paddingBottom, padding.bottom),
      left: pixels(style.paddingLeft, padding.left),
    },
  };
}
