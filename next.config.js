import path from 'node:path'

const DEFAULT = process.env.FORUM_LANGUAGE === 'zh' ? 'zh' : 'en'

/** @type {import('next').NextConfig} */
const config = {
  // Tells other processes, and is told by them, which prerendered pages have to be drawn anew; adds their CSP.
  cacheHandler: path.join(import.meta.dirname, 'cache-handler.cjs'),
  // Prerendered pages live in memory only: nothing of an earlier run, or of another database, is ever served.
  cacheMaxMemorySize: 64 * 1024 * 1024,
  experimental: { isrFlushToDisk: false },
  poweredByHeader: false,
  // `npm run check` types the whole project, tests included; a forum that starts does not do it once more.
  typescript: { ignoreBuildErrors: true },
  env: { FORUM_LANGUAGE: DEFAULT },
  // bin/serve/web.mjs answers 404 for the optimiser's address; nothing here uses it.
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'nodemailer'],
  // Pages live under app/[lang]. The forum's own language has addresses without a prefix; asking for it with its prefix
  // leads to the one address a page has.
  async redirects() {
    return [
      { source: `/${DEFAULT}`, destination: '/', permanent: true },
      { source: `/${DEFAULT}/:path*`, destination: '/:path*', permanent: true },
    ]
  },
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/', destination: `/${DEFAULT}` },
        {
          source: `/:path((?!(?:en|zh)(?:/|$)|api/|do/|_next/|fonts/|healthz$|readyz$|favicon\\.|icon|robots\\.txt).*)`,
          destination: `/${DEFAULT}/:path`,
        },
      ],
      afterFiles: [],
      fallback: [],
    }
  },
}

export default config
