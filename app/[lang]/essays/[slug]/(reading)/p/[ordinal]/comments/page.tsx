import { WindowPage, type WindowProps, windowMetadata } from '@/app/_components/comments/window-page'
import { sharedEssay } from '@/app/_web/shared-pages'

export const dynamic = 'force-dynamic'

export const generateMetadata = (props: WindowProps) => windowMetadata(props, sharedEssay)

/** The thread in another order, from another page on, or round one comment. */
export default function CommentsPage(props: WindowProps) {
  return <WindowPage {...props} readEssay={sharedEssay} />
}
