/** How newcomers come in, as an owner decides. An invitation opens the door in each of them. */
export const SIGN_UP_WAYS = ['open', 'invitation', 'domain', 'approval'] as const
export type SignUpWay = (typeof SIGN_UP_WAYS)[number]
