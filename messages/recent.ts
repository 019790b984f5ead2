import { words } from './language'

export const recent = words({
  en: {
    title: 'Recent comments',
    empty: 'Nobody has written anything here yet.',
    emptyHint: 'Open an essay and choose a paragraph to begin.',
    nothingMore: 'There are no older comments.',
    essay: 'Essay',
    allEssays: 'All essays',
    show: 'Show',
    older: 'Older comments',
    newest: 'To the newest',
    on: (ordinal: number) => `Paragraph ${ordinal}`,
    onEarlier: 'An earlier paragraph',
    noEssay: 'There is no such essay here. These are the comments of all of them.',
    lost: 'This address is incomplete. These are the newest comments.',
  },
  zh: {
    title: '最新评论',
    empty: '这里还没有人写过什么。',
    emptyHint: '打开一篇文章，选一段开始讨论。',
    nothingMore: '没有更早的评论了。',
    essay: '文章',
    allEssays: '全部文章',
    show: '显示',
    older: '更早的评论',
    newest: '回到最新',
    on: (ordinal: number) => `第 ${ordinal} 段`,
    onEarlier: '已不在正文中的段落',
    noEssay: '这里没有这篇文章。以下是全部文章的评论。',
    lost: '这个地址不完整。以下是最新的评论。',
  },
})
