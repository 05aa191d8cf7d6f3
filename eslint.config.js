import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import compat from 'eslint-plugin-compat';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      'coverage/',
      'storybook-static/',
      '**/.next/',
      '**/next-env.d.ts',
      'examples/*/dist/',
      'examples/*/out/',
      // Only compiled: it consists of mistakes.
      'test/types/',
      // Small apps, written as a shop would write them.
      'test/package/apps/',
      'test/storefronts/apps/',
    ],
  },
  js.configs.recommended,
  {
    rules: {
      // Node collects a time-out that only AbortSignal.any() or a Request refers to: the work then never ends.
      'no-restricted-syntax': [
        'error',
        ...[
          "CallExpression[callee.object.name='AbortSignal'][callee.property.name='any']",
          "NewExpression[callee.name='Request']",
        ].map((holder) => ({
          selector: `${holder} CallExpression[callee.object.name='AbortSignal'][callee.property.name='timeout']`,
          message: 'Use an AbortController and a timer that refers to it, as src/emulator/fetch-within.ts does.',
        })),
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // The compiler lists what is left to do: no `default` in a switch over a union, and none of its members left out.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // `_` means that a value is left out on purpose.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // The script's request is caught in its own constructor: there is no other place where it shows itself.
      '@typescript-eslint/no-this-alias': ['error', { allowedNames: ['request'] }],
      // Objects here are closures. None reads `this`, so each of their functions may be taken out.
      '@typescript-eslint/unbound-method': 'off',
      // A function may promise without waiting, where its contract is a promise.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // What an app ships to its shoppers runs in the oldest browsers of `browserslist`.
    files: ['src/*.ts', 'src/{protocol,payment,sdk,order,react,ui}/**/*.{ts,tsx}'],
    extends: [compat.configs['flat/recommended']],
    // Used where it exists: order/order-channel.ts has a fallback.
    settings: { polyfills: ['BroadcastChannel'] },
  },
  {
    // Only where React is: elsewhere `use` is an English word.
    files: ['**/*.tsx', 'src/{react,ui}/**/*.ts'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    // Tests match with `expect.any…`, and count renders as they render.
    files: ['test/**/*.{ts,tsx}', 'stories/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'react-hooks/globals': 'off',
      'react-hooks/immutability': 'off',
    },
  },
  {
    // An example app has its own compiler configuration, and perhaps its own types.
    files: ['examples/**/*.{ts,tsx}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      '@typescript-eslint/no-this-alias': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    // Measured in Node and in the browser, at times in one file.
    files: ['bench/**/*.{js,jsx}'],
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
  },
);
