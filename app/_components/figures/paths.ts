/** Without language prefix. */
export const figuresPath = '/moderation/figures'
