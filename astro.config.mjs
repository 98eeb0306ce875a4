import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { cells } from './src/course/cells-integration.ts';
import { kernelAssets } from './src/course/kernel-assets.ts';
import { codeThemes } from './src/course/code-themes.ts';
import { katexFonts } from './src/course/katex-fonts.ts';
import { monacoCss } from './src/course/monaco-css.ts';
import { remarkCells } from './src/course/remark-cells.ts';
import { remarkWords } from './src/course/remark-words.ts';
import { security } from './src/course/security.ts';
import { unsearchedFormulas } from './src/course/unsearched-formulas.ts';

const outDir = process.env.DESCENT_OUT ?? './dist';

export default defineConfig({
  site: process.env.DESCENT_SITE ?? 'http://localhost:4321',
  base: process.env.DESCENT_BASE ?? '/',
  outDir,
  // What a build remembers belongs to its output: builds side by side must not read each other's lessons.
  ...(process.env.DESCENT_OUT && { cacheDir: `${outDir}-cache` }),
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  markdown: {
    // Astro's default processor runs no remark plugins and turns display maths into code blocks.
    processor: unified({
      remarkPlugins: [remarkMath, remarkWords, remarkCells],
      rehypePlugins: [
        [rehypeKatex, { trust: false, strict: 'error', output: 'htmlAndMathml' }],
        unsearchedFormulas,
      ],
    }),
    shikiConfig: { themes: codeThemes, defaultColor: false },
  },
  integrations: [
    cells(),
    starlight({
      title: 'Descent',
      description: 'A deep-learning course in which every idea can be run.',
      expressiveCode: false,
      // Without this, headings in content/ get no anchors and asides no markup.
      markdown: { processedDirs: ['./content', './tests/fixtures/content'] },
      customCss: ['tokens', 'fonts', 'site', 'print'].map((name) => `./src/styles/${name}.css`),
      routeMiddleware: './src/course/route.ts',
      disable404Route: true,
      favicon: '/favicon.svg',
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      components: Object.fromEntries(
        [
          'Footer',
          'Head',
          'Header',
          'Hero',
          'MarkdownContent',
          'MobileMenuToggle',
          'PageSidebar',
          'PageTitle',
          'Search',
          'Sidebar',
          'SiteTitle',
          'ThemeProvider',
          'ThemeSelect',
        ].map((name) => [name, `./src/components/${name}.astro`]),
      ),
    }),
    mdx(),
    security(),
  ],
  vite: {
    plugins: [katexFonts(), monacoCss(), kernelAssets()],
    // What pages load on demand; found at the start, or the first Run in development meets a bundler at work.
    optimizeDeps: {
      entries: ['src/{elements,editor,figures,kernel,learning}/**/*.ts', '!src/kernel/{worker,backends}/**'],
    },
    build: {
      // The policy of the built pages allows no data: fonts and no scripts without a hash: everything is a file.
      assetsInlineLimit: 0,
      // The first that know light-dark(), @property and :has().
      cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    },
  },
});
