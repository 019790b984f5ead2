import path from 'node:path'

const DEFAULT = process.env.FORUM_LANGUAGE === 'zh' ? 'zh' : 'en'
const OTHERS = ['en', 'zh'].filter((language) => language !== DEFAULT)

/** @type {import('next').NextConfig} */
const config = {
  // Tells other processes, and is told by them, which prerendered pages have to be drawn anew; adds their CSP.
  cacheHandler: path.join(import.meta.dirname, 'cache-handler.cjs'),
  cacheMaxMemorySize: 64 * 1024 * 1024,
  poweredByHeader: false,
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
    const others = OTHERS.join('|')
    return {
      beforeFiles: [
        { source: '/', destination: `/${DEFAULT}` },
        {
          source: `/:path((?!(?:${others})(?:/|$)|api/|do/|_next/|fonts/|healthz$|readyz$|favicon\\.|icon|robots\\.txt).*)`,
          destination: `/${DEFAULT}/:path`,
        },
      ],
      afterFiles: [],
      fallback: [],
    }
  },
}

export default config
