/** What a layer of `src/` may import. `types` may be imported with `import type` only. */
export interface Layer {
  values: readonly string[];
  types?: readonly string[];
}

/**
 * The README's import table. A rule on dates is in `protocol/`, so `order` and `react` import it. Each layer may always import from itself.
 * `index.ts` may import from every layer, and no file may import it.
 */
export const LAYERS = {
  errors: { values: [] },
  protocol: { values: [] },
  locales: { values: [] },
  payment: { values: ['errors', 'protocol'] },
  sdk: { values: ['errors', 'protocol', 'payment', 'locales'] },
  order: { values: ['errors', 'protocol'] },
  react: { values: ['errors', 'protocol', 'payment', 'order'], types: ['locales'] },
  ui: { values: ['errors', 'payment', 'react', 'locales'], types: ['protocol'] },
  boot: { values: ['protocol'] },
  server: { values: ['errors', 'protocol'] },
  emulator: { values: ['errors', 'protocol'] },
  testing: { values: ['errors', 'protocol', 'payment'] },
} as const satisfies Record<string, Layer>;

/** Files that may import more than their layer: the provider connects the layers. */
export const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  'react/instead-provider.tsx': ['sdk'],
};

/** Packages that a layer or a file may import. Everything else is a platform API. */
export const PACKAGES: Readonly<Record<string, readonly RegExp[]>> = {
  react: [/^react$/],
  // The build replaces React's JSX functions by this file.
  'react/jsx-runtime.ts': [/^react\/jsx-runtime$/],
  // The overlay is a portal.
  'react/react.ts': [/^react$/, /^react-dom$/],
  // The preload functions are exported by react-dom.
  'react/preload-script.ts': [/^react-dom$/],
  ui: [/^react$/],
  boot: [/^react$/],
  emulator: [/^hono(\/|$)/, /^@hono\/node-server(\/|$)/, /^node:/],
};

/** The layers that may name `window` and `document`. */
export const PAGE_LAYERS: readonly string[] = ['sdk', 'order', 'emulator'];

/** Files that may also use one global: the browser's user agent is a default, and a server passes its own. */
export const GLOBALS: Readonly<Record<string, readonly string[]>> = {
  'protocol/in-app-browser.ts': ['globalThis'],
};
