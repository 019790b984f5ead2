export const forumSettingsPath = '/moderation/settings'
