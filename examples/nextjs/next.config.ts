import type { NextConfig } from 'next';

const headers = [
  // `same-origin` would sever the popup from this page: its result could not arrive.
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin-allow-popups' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // They load files next to their code.
  serverExternalPackages: ['@electric-sql/pglite'],
  // Read at the first request, where the code does not name them one by one.
  outputFileTracingIncludes: { '/**': ['./db/migrations/**/*'] },
  // As much as `read-body.ts` accepts: no page of this shop sends more.
  experimental: { serverActions: { bodySizeLimit: 10_000 } },
  turbopack: { root: import.meta.dirname },
  allowedDevOrigins: ['localhost', '127.0.0.1'],
  // The emulator under /instead plays another site, with its own headers.
  headers: () => Promise.resolve([{ source: '/((?!instead(?:/|$)).*)', headers }]),
};

export default config;
