import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const VSCODE = { name: 'vscode', message: 'Only src/editor may import vscode.' };
const NODE = { group: ['node:*'], message: 'This room is host-free: it receives files, clock and logger as values.' };
const rooms = (...names) => ({
  group: names.map((name) => `**/${name}/**`),
  message: 'Arrows between rooms point one way: page <- figures <- annotations <- exchange <- {cli, editor}.',
});
const layer = (files, { paths = [VSCODE], patterns }) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { paths, patterns }] },
});

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.cache/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Code points are what is meant: exports and tests count them.
      '@typescript-eslint/no-misused-spread': 'off',
      // vscode.Disposable is a class in the types and an interface in practice.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  layer(['src/page/**'], {
    patterns: [NODE, rooms('figures', 'annotations', 'words', 'exchange', 'cli', 'editor', 'views')],
  }),
  layer(['src/figures/**'], { patterns: [NODE, rooms('annotations', 'words', 'exchange', 'cli', 'editor', 'views')] }),
  layer(['src/annotations/**'], { patterns: [NODE, rooms('words', 'exchange', 'cli', 'editor', 'views')] }),
  layer(['src/exchange/**'], { patterns: [NODE, rooms('words', 'cli', 'editor', 'views')] }),
  layer(['src/words/*.ts', 'src/words/entities/**'], { patterns: [NODE, rooms('exchange', 'cli', 'editor', 'views')] }),
  layer(['src/words/adapters/**'], {
    patterns: [rooms('page', 'figures', 'annotations', 'exchange', 'cli', 'editor', 'views')],
  }),
  layer(['src/newsmark.ts', 'src/analysis.ts', 'src/jsonSchemas.ts'], {
    patterns: [NODE, rooms('cli', 'editor', 'views')],
  }),
  layer(['src/reading/*.ts'], { patterns: [NODE, rooms('words', 'exchange', 'cli', 'editor', 'views')] }),
  layer(['src/reading/adapters/**'], { patterns: [rooms('words', 'exchange', 'cli', 'editor', 'views')] }),
  layer(['src/cli/**'], { patterns: [rooms('editor', 'views')] }),
  layer(['src/views/**'], { patterns: [NODE, rooms('cli', 'editor')] }),
  {
    files: ['src/editor/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ ...NODE, message: 'Files go through workspace.fs and text documents.' }, rooms('cli')] },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        module: 'writable',
        Buffer: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
        document: 'readonly',
      },
    },
  },
);
