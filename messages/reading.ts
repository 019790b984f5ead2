import { plural, words } from './language'

/** The essay's page and the frame of a thread. */
export const reading = words({
  en: {
    essay: 'Essay',
    essays: 'Essays',
    noEssays: 'There is no essay here yet.',
    noEssaysHint: 'The operator adds one with bin/forum import FILE.',
    length: (paragraphs: number, minutes: number) =>
      `${paragraphs} ${plural(paragraphs, 'paragraph', 'paragraphs')}, ${minutes} min`,
    revision: (number: number, date: string) => `Revision ${number}, ${date}`,
    comments: (count: number) => `${count.toLocaleString('en')} ${plural(count, 'comment', 'comments')}`,
    noComments: 'No comments yet',
    discuss: 'Discuss',
    /** The full name of a paragraph's button. */
    paragraphButton: (ordinal: number, count: number) =>
      count === 0
        ? `Paragraph ${ordinal}, discuss`
        : `Paragraph ${ordinal}, ${count} ${plural(count, 'comment', 'comments')}`,
    paragraphAddress: (ordinal: number) => `Permanent address of paragraph ${ordinal}`,
    paragraph: (ordinal: number) => `Paragraph ${ordinal}`,
    thread: (ordinal: number) => `Discussion of paragraph ${ordinal}`,
    close: 'Close the discussion',
    back: 'Back to the text',
    showAll: 'Show all',
    loading: 'Loading the discussion…',
  },
  zh: {
    essay: '文章',
    essays: '文章',
    noEssays: '这里还没有文章。',
    noEssaysHint: '管理员可以用 bin/forum import 文件 添加。',
    length: (paragraphs: number, minutes: number) => `${paragraphs} 段，约 ${minutes} 分钟`,
    revision: (number: number, date: string) => `第 ${number} 版，${date}`,
    comments: (count: number) => `${count.toLocaleString('zh')} 条评论`,
    noComments: '还没有评论',
    discuss: '讨论',
    paragraphButton: (ordinal: number, count: number) =>
      count === 0 ? `第 ${ordinal} 段，参与讨论` : `第 ${ordinal} 段，${count} 条评论`,
    paragraphAddress: (ordinal: number) => `第 ${ordinal} 段的固定地址`,
    paragraph: (ordinal: number) => `第 ${ordinal} 段`,
    thread: (ordinal: number) => `第 ${ordinal} 段的讨论`,
    close: '关闭讨论',
    back: '回到正文',
    showAll: '显示全段',
    loading: '正在载入讨论…',
  },
})
