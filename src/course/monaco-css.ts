import type { Plugin } from 'vite';

/** An id that does not end in `.css`, so that Vite does not take the module for a style sheet. */
const prefix = '\0monaco-style:';
const toId = (sheet: string) => `${prefix}${sheet.slice(0, -'.css'.length)}.js`;
const toSheet = (id: string) => `${id.slice(prefix.length, -'.js'.length)}.css`;

/**
 * Keeps Monaco's styles with Monaco. Left to themselves, the styles of a chunk that is loaded on demand end up in the
 * style sheet of every page that may load it (28 kB gzipped); here each becomes a module that inserts its text when
 * the chunk runs.
 */
export function monacoCss(): Plugin {
  return {
    name: 'descent:monaco-css',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\.css$/ },
      async handler(source, importer) {
        if (!importer?.includes('/monaco-editor/')) return null;
        const sheet = await this.resolve(source, importer, { skipSelf: true });
        return sheet && { id: toId(sheet.id), moduleSideEffects: true };
      },
    },
    load: {
      filter: { id: new RegExp(`^${prefix}`) },
      handler: (id) => toModule(`${toSheet(id)}?inline`),
    },
  };
}

/** Fonts and variables of the root make the browser set the whole page anew; only widgets need them, so they may wait. */
const unsettling = /@font-face|:root/;

const toModule = (sheet: string): string =>
  [
    `import text from ${JSON.stringify(sheet)};`,
    `const style = document.createElement('style');`,
    `style.dataset.from = 'monaco';`,
    `style.textContent = text;`,
    `const insert = () => document.head.append(style);`,
    `if (${String(unsettling)}.test(text)) setTimeout(insert, 250);`,
    `else insert();`,
  ].join('\n');
