export const newcomersPath = '/moderation/newcomers'
export const invitationPath = (secret: string) => `/invitation/${encodeURIComponent(secret)}`
