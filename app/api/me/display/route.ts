import { api } from '@/app/_web/api'
import { keepDisplay } from '@/forum/people/display'
import { ChooseDisplay } from '@/forum/people/input'

export const PUT = api(
  {
    summary: "How pages look to the caller, kept with their account; a guest's device keeps its own",
    body: ChooseDisplay,
    status: 204,
  },
  async ({ viewer, body }) => {
    await keepDisplay(viewer, body)
    return null
  },
)
