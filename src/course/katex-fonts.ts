import type { Plugin } from 'vite';

/** Every browser that runs a lesson reads woff2, so the site carries no other copies of KaTeX's faces. */
export function katexFonts(): Plugin {
  return {
    name: 'katex-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('katex.min.css')) return undefined;
      return code.replace(/,url\([^)]+\.(?:woff|ttf)\) format\("[a-z]+"\)/gu, '');
    },
  };
}
