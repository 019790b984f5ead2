import { words } from './language'

/** What moderators decided about a person, said to that person. */
export const against = words({
  en: {
    suspended: (until: string) => `You are suspended until ${until}: you can read, and not write, vote or report.`,
    waits: (until: string) => `Until ${until} a moderator reads what you write before others do.`,
    waitsIn: (until: string, title: string) =>
      `Until ${until} a moderator reads what you write on “${title}” before others do.`,
    aboutCleared: 'A moderator took away what you wrote about yourself.',
    why: (reason: string) => `The reason: ${reason}`,
  },
  zh: {
    suspended: (until: string) => `您被停言至 ${until}：可以阅读，不能发言、投票或举报。`,
    waits: (until: string) => `${until} 之前，您写的内容先由版主阅读，然后才发布。`,
    waitsIn: (until: string, title: string) => `${until} 之前，您在《${title}》中写的内容先由版主阅读，然后才发布。`,
    aboutCleared: '版主删去了您的自我介绍。',
    why: (reason: string) => `理由：${reason}`,
  },
})
