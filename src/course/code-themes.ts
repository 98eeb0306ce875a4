import type { ThemeRegistration } from 'shiki';
import dark from 'shiki/themes/github-dark.mjs';
import light from 'shiki/themes/github-light.mjs';

/** The two themes of code, in cells and in prose; colours too pale on our paper for WCAG AA (4.5 to 1) are replaced. */
export const codeThemes = {
  light: withColors(light, { '#e36209': '#b84900' }),
  dark: withColors(dark, { '#6a737d': '#99a3ad' }),
};

function withColors(theme: ThemeRegistration, replacements: Record<string, string>): ThemeRegistration {
  const text = JSON.stringify(theme).replace(
    /#[0-9a-f]{6}/gi,
    (color) => replacements[color.toLowerCase()] ?? color,
  );
  return JSON.parse(text) as ThemeRegistration;
}
