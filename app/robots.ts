import type { MetadataRoute } from 'next'

/** Essays and their threads are for everybody; forms and the desk are no pages to be found. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/api/', '/do/', '/members', '/moderation', '/settings', '/search'],
    },
  }
}
