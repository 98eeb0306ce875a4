import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

/** What the code of a figure in the text may use while the site is built. */
const forFigures = ['data', 'env', 'display-figure', 'display-host', 'random'].map(
  (file) => `library/${file}`,
);

/** What the build shares with the page. */
const forCourse = [
  ...['kernel/protocol', 'kernel/frame-boot', 'kernel/value-path'],
  ...['figures/described', 'learning/hash'],
];

/** Layers, from the top. A file imports from its own layer and from those named here, never upwards. `folder/file` is one file. */
const layers = {
  course: ['language', ...forCourse, ...forFigures],
  components: ['elements', 'course'],
  elements: ['editor', 'figures', 'kernel', 'learning', 'teaching'],
  editor: ['language'],
  figures: ['kernel/protocol'],
  learning: ['kernel/protocol', 'kernel/plain', 'kernel/cell-text', 'kernel/check/check'],
  teaching: ['learning', 'language', 'kernel/protocol', 'kernel/plain', 'kernel/check/check'],
  language: [],
  library: ['language', 'kernel/protocol'],
  kernel: [],
  'kernel/worker': ['kernel/backends', 'kernel/protocol', 'language', 'library'],
  'kernel/backends': ['kernel/protocol'],
};
const folders = [
  'pages',
  'components',
  'course',
  'elements',
  'editor',
  'figures',
  'learning',
  'teaching',
  'language',
  'library',
  'kernel',
  'kernel/worker',
  'kernel/backends',
];

/** Forbids relative imports that lead out of a layer into one it may not know. */
function layer(folder) {
  const allowed = new Set([folder, ...layers[folder]]);
  const forbidden = folders.filter(
    (other) =>
      !allowed.has(other) &&
      ![...allowed].some((a) => other.startsWith(`${a}/`) && !other.startsWith('kernel/')),
  );
  const doors = layers[folder].filter((each) => forbidden.some((other) => each.startsWith(`${other}/`)));
  // Inside a layer a path does not name it again.
  const named = forbidden.map((other) =>
    other.startsWith(`${folder}/`) ? other.slice(folder.length + 1) : other,
  );
  const names = named.map((other) => other.replace('/', '\\/')).join('|');
  const patterns = [
    {
      regex: `^\\.\\.?/(.*/)?(?!(${doors.join('|')})\\.ts$)(${names})(/|$)`,
      message: `src/${folder} must not import this layer (CONTRIBUTING.md, "Layers").`,
    },
  ];
  if (!folder.startsWith('kernel/') && folder !== 'library')
    patterns.push({
      regex: '^@tensorflow/',
      message: 'The page never imports TensorFlow.js; it lives in the kernel.',
      allowTypeImports: true,
    });
  if (folder !== 'editor')
    patterns.push({ regex: '^monaco-editor', message: 'Only src/editor imports Monaco.' });
  return {
    files: [`src/${folder}/**/*.{ts,astro}`],
    plugins: { '@typescript-eslint': ts.plugin },
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

export default defineConfig(
  globalIgnores(['dist', '.astro', 'tests/fixtures']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: [] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  ...astro.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly' } },
  },
  ...Object.keys(layers).map(layer),
  {
    files: ['tests/**/*.ts'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    // The editor's worker and that of likeness are files of our own, which run nobody's code.
    ignores: ['src/kernel/frame.ts', 'src/editor/**', 'src/elements/collect/likeness.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Worker', message: 'Only kernel/frame makes a frame or a worker.' },
      ],
    },
  },
);
