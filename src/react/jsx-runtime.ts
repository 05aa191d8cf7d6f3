// Imported by the build only: see tsup.config.ts.
export { Fragment, jsx, jsxs } from 'react/jsx-runtime';
