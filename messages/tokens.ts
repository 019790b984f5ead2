import { words } from './language'

type Scopes = Record<'read' | 'write' | 'moderate', string>

/** API tokens of one's own. */
export const tokens = words({
  en: {
    title: 'API tokens',
    intro: 'With a token a program acts as you at the addresses under /api, described in /api/openapi.json.',
    made: 'Your new token. Copy it now: it is shown only for five minutes, and only here.',
    name: 'What it is for',
    nameHint: 'A name to recognise it by, such as the program that uses it.',
    scope: 'What it may do',
    scopes: {
      read: 'Read what you can read',
      write: 'Also write: comments, votes, reports',
      moderate: 'Everything you may, moderation too',
    } as Scopes,
    days: 'Ends after',
    dayCount: (count: number) => (count === 365 ? 'a year' : `${count} days`),
    make: 'Make a token',
    yours: 'Your tokens',
    none: 'You have none.',
    since: (date: string) => `made ${date}`,
    used: (date: string) => `last used ${date}`,
    unused: 'never used',
    ends: (date: string) => `ends ${date}`,
    endless: 'made by the operator, without an end',
    revoke: 'Take back',
    revokeOf: (name: string) => `Take back ${name}`,
  },
  zh: {
    title: 'API 令牌',
    intro: '程序可以凭令牌以您的身份使用 /api 下的接口，说明见 /api/openapi.json。',
    made: '这是您的新令牌。请现在复制：它只在这里显示五分钟。',
    name: '用途',
    nameHint: '便于辨认的名字，例如使用它的程序。',
    scope: '权限',
    scopes: {
      read: '读取您能看到的内容',
      write: '还可以写：评论、投票、举报',
      moderate: '您的全部权限，包括管理',
    } as Scopes,
    days: '有效期',
    dayCount: (count: number) => (count === 365 ? '一年' : `${count} 天`),
    make: '生成令牌',
    yours: '您的令牌',
    none: '还没有令牌。',
    since: (date: string) => `生成于 ${date}`,
    used: (date: string) => `最近使用 ${date}`,
    unused: '从未使用',
    ends: (date: string) => `${date} 失效`,
    endless: '由运营者生成，不会失效',
    revoke: '收回',
    revokeOf: (name: string) => `收回 ${name}`,
  },
})
