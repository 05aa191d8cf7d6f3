import { gzipSync } from 'node:zlib';
import { bundleCode } from './bundle.js';

export const variants = ['boot', 'ours', 'effect', 'plain'];

// Quirk: 1.0.1 emits nothing when it has its token; it only sets this property.
const MARK_TOKEN = `function markToken() {
  Object.defineProperty(INSTEAD, 'access_token', { set() { window.readyAt = performance.now(); } });
}`;

/** The pages that are waited for: each variant, rendered in the browser and on a server. Paths to responses. */
export async function makePages(settings) {
  const files = {};
  for (const variant of variants) {
    for (const side of ['client', 'server']) {
      const path = `/${side}/${variant}`;
      files[path] = await makePage(variant, side, `${path}.js`, settings);
      files[`${path}.js`] = toFile(await bundleCode(browserCode(variant, side)), 'text/javascript');
    }
  }
  return (path) => {
    const file = files[path];
    return file ? new Response(file.body, { headers: file.headers }) : new Response(null, { status: 404 });
  };
}

const toFile = (body, type) => ({
  body: gzipSync(body),
  headers: { 'content-type': `${type}; charset=utf-8`, 'content-encoding': 'gzip' },
});

async function makePage(variant, side, app, settings) {
  const inHead =
    `<script>window.settings = ${JSON.stringify(settings)};${MARK_TOKEN}</script>` +
    (variant === 'plain'
      ? `<script src="${settings.scriptSrc}"></script><script>markToken(); INSTEAD.init('shop');</script>`
      : '') +
    // On a page that a server renders, React renders it.
    (variant === 'boot' && side === 'client' ? await renderBoot(settings) : '');
  const html =
    side === 'server'
      ? (await renderOnServer(variant, app, settings)).replace('</head>', `${inHead}</head>`)
      : `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>shop</title>${inHead}</head>` +
        `<body><div id="root"></div><script type="module" src="${app}"></script></body></html>`;
  return toFile(html, 'text/html');
}

const toDocument = (variant) => `
  ${variant === 'boot' ? "import { InsteadBoot } from 'react-instead-pay/boot';" : 'const InsteadBoot = () => null;'}
  const Page = ({ settings }) => (
    <html lang="ko">
      <head><meta charSet="utf-8" /><title>shop</title><InsteadBoot clientId="shop" {...settings} /></head>
      <body><App {...settings} /></body>
    </html>
  );`;

const browserCode = (variant, side) => `
  import { createRoot, hydrateRoot } from 'react-dom/client';
  import { App } from './pages/ready/${fileOf(variant)}.jsx';
  ${toDocument(variant)}
  ${
    side === 'server'
      ? 'hydrateRoot(document, <Page settings={window.settings} />);'
      : "createRoot(document.getElementById('root')).render(<App {...window.settings} />);"
  }`;

async function renderOnServer(variant, app, settings) {
  const code = await bundleCode(
    `import { prerender } from 'react-dom/static.edge';
    import { App } from './pages/ready/${fileOf(variant)}.jsx';
    ${toDocument(variant)}
    export async function render(settings, app) {
      const { prelude } = await prerender(<Page settings={settings} />, { bootstrapModules: [app] });
      return new Response(prelude).text();
    }`,
    { platform: 'node' },
  );
  const { render } = await load(code);
  return render(settings, app);
}

/** The tags of docs/starting-early.md for a page that is rendered in the browser. */
async function renderBoot(settings) {
  const code = await bundleCode(
    `import { renderToStaticMarkup } from 'react-dom/server.edge';
    import { InsteadBoot } from 'react-instead-pay/boot';
    export const render = (settings) => renderToStaticMarkup(<InsteadBoot clientId="shop" {...settings} />);`,
    { platform: 'node' },
  );
  const { render } = await load(code);
  return render(settings);
}

const load = (code) => import(`data:text/javascript;base64,${code.toString('base64')}`);

// The same page, with something in its head.
const fileOf = (variant) => (variant === 'boot' ? 'ours' : variant);
