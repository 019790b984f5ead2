import { words } from './language'

type Why = { source: string; code: string | null; reason: string | null }

/** What the author of a comment that waits is told about it. Also used in the browser. */
export const held = words({
  en: {
    because: (why: Why[]) => `Why: ${why.map((one) => sentence(en, one)).join(' ')}`,
  },
  zh: {
    because: (why: Why[]) => `原因：${why.map((one) => sentence(zh, one)).join('')}`,
  },
})

const en = {
  flag: 'readers reported it. From ten minutes on you can bring it back once, by editing it.',
  rule: (rule: string, reason: string) => `a rule of this forum, “${rule}”, asks for a look: ${reason}`,
  checks: {
    links: 'somebody new here brought more than two links.',
    'first-comments': 'the first comments of everybody new are looked at.',
    history: 'several of your comments of the last week were removed.',
    'check-failed': 'a check of this forum did not work, so a person looks.',
    'rules-time': 'the rules took too long over it, so a person looks.',
    restricted: 'a moderator reads what you write before others do.',
    hidden: 'the author of the essay asks a moderator to look at it.',
    'brought-back': 'you brought it back once.',
  } as Record<string, string>,
  inTheirWords: (why: string, reason: string) => `${why} “${reason}”`,
  other: 'a moderator looks at it first.',
}
const zh: typeof en = {
  flag: '有读者举报。十分钟之后，您可以通过修改让它恢复显示一次。',
  rule: (rule: string, reason: string) => `本论坛的规则“${rule}”要求先看一看：${reason}`,
  checks: {
    links: '新成员的评论带有两个以上的链接。',
    'first-comments': '新成员最初的评论都会先看一看。',
    history: '您最近一周有几条评论被移除。',
    'check-failed': '本论坛的一项检查没有成功，所以由人来看。',
    'rules-time': '规则检查用时过长，所以由人来看。',
    restricted: '您的评论先由版主阅读，然后才发布。',
    hidden: '文章作者请版主看一看。',
    'brought-back': '您已让它恢复显示过一次。',
  },
  inTheirWords: (why: string, reason: string) => `${why}“${reason}”`,
  other: '版主会先看一看。',
}

function sentence(t: typeof en, { source, code, reason }: Why): string {
  if (source === 'flag') return t.flag
  if (source === 'rule') return t.rule(code ?? '', reason ?? '')
  const why = t.checks[code ?? ''] ?? t.other
  return reason ? t.inTheirWords(why, reason) : why
}
