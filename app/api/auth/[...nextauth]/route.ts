import { answerNextAuth } from '@/app/_web/auth/door'

export const GET = answerNextAuth
export const POST = answerNextAuth
