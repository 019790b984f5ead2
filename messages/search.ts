import { words } from './language'

export const searching = words({
  en: {
    title: 'Search',
    label: 'Words in essays and comments',
    submit: 'Search',
    paragraphs: 'In the essays',
    comments: 'In the comments',
    nothing: (asked: string) => `Nothing contains “${asked}”.`,
    bounded: (count: string) => `Searches every paragraph and the latest ${count} comments.`,
    paragraph: (title: string, ordinal: number) => `${title} · paragraph ${ordinal}`,
  },
  zh: {
    title: '搜索',
    label: '文章和评论中的词语',
    submit: '搜索',
    paragraphs: '文章中',
    comments: '评论中',
    nothing: (asked: string) => `没有内容包含“${asked}”。`,
    bounded: (count: string) => `搜索全部段落和最近的 ${count} 条评论。`,
    paragraph: (title: string, ordinal: number) => `${title} · 第 ${ordinal} 段`,
  },
})
