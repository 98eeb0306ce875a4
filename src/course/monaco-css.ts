import type { Plugin } from 'vite';

const suffix = '?monaco-style';

/**
 * Keeps Monaco's styles with Monaco. Left to themselves, the styles of a chunk that is loaded on demand end up in the
 * style sheet of every page that may load it (28 kB gzipped); here each becomes a module that inserts its text when
 * the chunk runs.
 */
export function monacoCss(): Plugin {
  return {
    name: 'descent:monaco-css',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('.css') || !importer?.includes('/monaco-editor/')) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      // The ending keeps Vite from taking the module for a style sheet.
      return found && { id: `\0${found.id}${suffix}.js`, moduleSideEffects: true };
    },
    load(id) {
      if (!id.startsWith('\0') || !id.endsWith(`${suffix}.js`)) return null;
      const sheet = id.slice(1, -`${suffix}.js`.length);
      return [
        `import text from ${JSON.stringify(`${sheet}?inline`)};`,
        `const style = document.createElement('style');`,
        `style.dataset.from = 'monaco';`,
        `style.textContent = text;`,
        `document.head.append(style);`,
      ].join('\n');
    },
  };
}
