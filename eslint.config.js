// Rules for the whole repository: type-checked TypeScript, Lit templates and web components.
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist',
      'dist-cli',
      'coverage',
      'test-output',
      'src/i18n/generated',
      'test/fixtures',
      '**/*.mjs',
      '**/*.js',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Lit binds listeners given in templates to their element.
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'error',
    },
  },
  {
    // The engine gives the same bits on every machine: no clock, no chance, no elementary functions of the platform.
    files: ['simulation/**/*.ts'],
    rules: {
      // Hot loops index typed arrays, whose every element is there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-globals': ['error', 'Date', 'performance', 'window', 'document', 'navigator'],
      'no-restricted-properties': [
        'error',
        ...['random', 'log', 'exp', 'pow', 'sin', 'cos', 'log2', 'log10', 'log1p', 'expm1', 'tan', 'atan2'].map(
          (property) => ({ object: 'Math', property }),
        ),
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off', // chai speaks in properties
      'no-console': 'off',
    },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
);
