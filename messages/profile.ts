import { plural, words } from './language'

/** A person's page: what they wrote, by essay. */
export const profile = words({
  en: {
    author: 'Author',
    comments: (count: number) => `${count} ${plural(count, 'comment', 'comments')}`,
    votes: (count: number) => `${count} ${plural(count, 'vote', 'votes')} for them`,
    all: 'Comments on all essays',
  },
  zh: {
    author: '作者',
    comments: (count: number) => `${count} 条评论`,
    votes: (count: number) => `获 ${count} 票`,
    all: '查看全部文章的评论',
  },
})
