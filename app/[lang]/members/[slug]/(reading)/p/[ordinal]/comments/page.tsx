import { WindowPage, type WindowProps, windowMetadata } from '@/app/_components/comments/window-page'
import { memberEssay } from '@/app/_web/member-pages'

export const dynamic = 'force-dynamic'

export const generateMetadata = (props: WindowProps) => windowMetadata(props, memberEssay)

/** The thread of an essay for members in another order, from another page on, or round one comment. */
export default function MemberCommentsPage(props: WindowProps) {
  return <WindowPage {...props} readEssay={memberEssay} />
}
