import { plural, words } from './language'

/** The essay's page and the frame of a thread. */
export const reading = words({
  en: {
    essay: 'Essay',
    essays: 'Essays',
    essayForMembers: 'Essay for members',
    forMembers: 'Essays for members',
    moreForMembers: (count: number) => `${count} ${plural(count, 'essay', 'essays')} for members`,
    noneForMembers: 'There is no essay for members at present.',
    noEssays: 'There is no essay here yet.',
    noEssaysHint: 'The operator adds one with bin/forum import FILE.',
    length: (paragraphs: number, minutes: number) =>
      `${paragraphs} ${plural(paragraphs, 'paragraph', 'paragraphs')}, ${minutes} min`,
    revision: (number: number, date: string) => `Revision ${number}, ${date}`,
    comments: (count: number) => `${count.toLocaleString('en')} ${plural(count, 'comment', 'comments')}`,
    noComments: 'No comments yet',
    discuss: 'Discuss',
    hideMarks: 'Hide the marks',
    /** The full name of a paragraph's button. */
    paragraphButton: (ordinal: number, count: number, fresh?: string) =>
      count === 0
        ? `Paragraph ${ordinal}, discuss`
        : [`Paragraph ${ordinal}`, `${count} ${plural(count, 'comment', 'comments')}`, ...(fresh ? [fresh] : [])].join(
            ', ',
          ),
    paragraphAddress: (ordinal: number) => `Permanent address of paragraph ${ordinal}`,
    paragraph: (ordinal: number) => `Paragraph ${ordinal}`,
    thread: (ordinal: number) => `Discussion of paragraph ${ordinal}`,
    close: 'Close the discussion',
    back: 'Back to the text',
    showAll: 'Show all',
    loading: 'Loading the discussion…',
    went: (ordinal: number | null, revision: number) =>
      ordinal === null
        ? `Part of these words went to a paragraph that is gone since (revision ${revision}).`
        : `Part of these words went to paragraph ${ordinal} (revision ${revision}).`,
    came: (ordinal: number | null, revision: number, comments: number) =>
      `Words came from ${ordinal === null ? 'a paragraph that was merged into this one' : `paragraph ${ordinal}`} (revision ${revision}): ${comments} ${plural(comments, 'comment', 'comments')} there.`,
    retiredTitle: 'No longer in the text',
    retiredIn: (revision: number) => `This paragraph was taken out in revision ${revision}. Its last words:`,
    retiredClosed: 'The discussion can be read, and is closed.',
    discussion: 'Discussion',
    noDiscussion: 'Nobody had written about it.',
    history: 'History of the text',
  },
  zh: {
    essay: '文章',
    essays: '文章',
    essayForMembers: '成员文章',
    forMembers: '成员文章',
    moreForMembers: (count: number) => `另有 ${count} 篇成员文章`,
    noneForMembers: '目前没有成员文章。',
    noEssays: '这里还没有文章。',
    noEssaysHint: '管理员可以用 bin/forum import 文件 添加。',
    length: (paragraphs: number, minutes: number) => `${paragraphs} 段，约 ${minutes} 分钟`,
    revision: (number: number, date: string) => `第 ${number} 版，${date}`,
    comments: (count: number) => `${count.toLocaleString('zh')} 条评论`,
    noComments: '还没有评论',
    discuss: '讨论',
    hideMarks: '隐藏标记',
    paragraphButton: (ordinal: number, count: number, fresh?: string) =>
      count === 0
        ? `第 ${ordinal} 段，参与讨论`
        : [`第 ${ordinal} 段`, `${count} 条评论`, ...(fresh ? [fresh] : [])].join('，'),
    paragraphAddress: (ordinal: number) => `第 ${ordinal} 段的固定地址`,
    paragraph: (ordinal: number) => `第 ${ordinal} 段`,
    thread: (ordinal: number) => `第 ${ordinal} 段的讨论`,
    close: '关闭讨论',
    back: '回到正文',
    showAll: '显示全段',
    loading: '正在载入讨论…',
    went: (ordinal: number | null, revision: number) =>
      ordinal === null
        ? `这里的一部分文字移到了后来删去的一段（第 ${revision} 版）。`
        : `这里的一部分文字移到了第 ${ordinal} 段（第 ${revision} 版）。`,
    came: (ordinal: number | null, revision: number, comments: number) =>
      `有文字来自${ordinal === null ? '并入这里的一段' : `第 ${ordinal} 段`}（第 ${revision} 版），那里有 ${comments} 条评论。`,
    retiredTitle: '已不在正文中',
    retiredIn: (revision: number) => `这一段在第 ${revision} 版中删去。它最后的文字：`,
    retiredClosed: '讨论可以阅读，不再开放。',
    discussion: '讨论',
    noDiscussion: '没有人评论过它。',
    history: '正文的历史',
  },
})
