import { words } from './language'

/** Of feeds, and of the links that lead to them. */
export const feeds = words({
  en: {
    feed: 'Feed',
    ofEssay: (title: string) => `${title}: comments and revisions`,
    ofParagraph: (title: string, words: string) => `${title}: comments on “${words}”`,
    ofPerson: (name: string) => `Comments of ${name}`,
    comment: (name: string, title: string, ordinal: number | null) =>
      ordinal === null ? `${name} on “${title}”` : `${name} on “${title}”, paragraph ${ordinal}`,
    revision: (number: number, title: string) => `Revision ${number} of “${title}”`,
  },
  zh: {
    feed: '订阅',
    ofEssay: (title: string) => `${title}：评论与修订`,
    ofParagraph: (title: string, words: string) => `${title}：关于“${words}”的评论`,
    ofPerson: (name: string) => `${name} 的评论`,
    comment: (name: string, title: string, ordinal: number | null) =>
      ordinal === null ? `${name} 评论《${title}》` : `${name} 评论《${title}》第 ${ordinal} 段`,
    revision: (number: number, title: string) => `《${title}》第 ${number} 版`,
  },
})
