import { plural, words } from './language'

/** From this many on the number is no longer counted. */
const MOST = 100
const upTo = (count: number) => (count >= MOST ? `${MOST - 1}+` : String(count))

/** What is new for one reader. Also used in the browser. */
export const unread = words({
  en: {
    title: 'New for you',
    /** Beside the number of comments; the full name of a paragraph's button ends with it. */
    fresh: (count: number) => `${upTo(count)} new`,
    comment: 'New',
    allRead: 'Mark all as read',
    paragraphRead: (ordinal: number) => `Mark paragraph ${ordinal} as read`,
    read: 'All read',
    none: 'Nothing is new for you here.',
    firstVisit: 'From now on you find here what others write.',
    begin: 'Begin',
    arrived: (count: number) => `${upTo(count)} new ${plural(count, 'comment', 'comments')}`,
    changed: (count: number) => `${count} ${plural(count, 'comment has', 'comments have')} changed.`,
    further: (count: number) => `${upTo(count)} new further on: go to the next`,
    failed: 'That did not work. Check the connection and try again.',
  },
  zh: {
    title: '您的新评论',
    fresh: (count: number) => `${upTo(count)} 条新评论`,
    comment: '新',
    allRead: '全部标为已读',
    paragraphRead: (ordinal: number) => `将第 ${ordinal} 段标为已读`,
    read: '已全部读完',
    none: '这里没有您未读的评论。',
    firstVisit: '从现在起，别人新写的评论会列在这里。',
    begin: '开始',
    arrived: (count: number) => `${upTo(count)} 条新评论`,
    changed: (count: number) => `有 ${count} 条评论刚刚改动。`,
    further: (count: number) => `后面还有 ${upTo(count)} 条新评论：查看下一条`,
    failed: '没有成功。请检查网络后再试。',
  },
})
