import { tellAccount } from '@/app/_web/auth/security-mails'
import { requireProof } from '@/app/_web/auth/session'
import { carryCodes } from '@/app/_web/auth/shown-codes'
import { form } from '@/app/_web/form'
import { allow } from '@/forum/policy'
import { SwitchTwoSteps } from '@/forum/security/input'
import { emailOf } from '@/forum/security/queries'
import { switchTwoStepsOff, switchTwoStepsOn } from '@/forum/security/second-step'

export const POST = form(
  { name: 'two-steps', schema: SwitchTwoSteps, page: () => '/settings/security' },
  async ({ viewer, input, language }) => {
    allow('self.change', viewer)
    await requireProof()
    if (input.to === 'on') await carryCodes(viewer.id, await switchTwoStepsOn(viewer))
    else await switchTwoStepsOff(viewer)
    const what = input.to === 'on' ? 'second' : 'secondOff'
    await tellAccount({ to: await emailOf(viewer), language, what })
    return { to: `/settings/security?done=${what}` }
  },
)
