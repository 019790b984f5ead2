/** The language of addresses without a prefix; next.config.js writes it into the build, so that the browser knows it too. */
export const DEFAULT_LANGUAGE: 'en' | 'zh' = process.env.FORUM_LANGUAGE === 'zh' ? 'zh' : 'en'
