// The words an operator may choose from; apart, so that --help need not load the forum.
export const ROLES = ['member', 'moderator', 'owner'] as const
export type Role = (typeof ROLES)[number]

export const SCENARIOS = ['empty', 'lively', 'troubled'] as const
export type Scenario = (typeof SCENARIOS)[number]

/** The slug in seeds/essay.md. */
export const FIRST_ESSAY = 'xiaomi-car-factory'

/** As forum/essay/visibility-input.ts has them: `--help` loads no forum. */
export const VISIBILITIES = ['public', 'unlisted', 'members'] as const
export type Visibility = (typeof VISIBILITIES)[number]
