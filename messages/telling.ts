import { type Language, words } from './language'

/** What people are told of, in the page and by mail, and how they choose it. */
export const telling = words({
  en: {
    title: 'What you are told by mail',
    what: 'Everything stands on your page of notifications. Here you choose what comes by mail too, and how soon.',
    at: (email: string) => `Mails go to ${email}.`,
    unconfirmed: 'Mails begin once your address is confirmed: ask for the link under “Signing in and security”.',
    noEmail: 'Your account has no e-mail address, so no mails are sent.',
    refused: 'Your mail server refused a mail for good, so no more are sent. Change the address, or ask the operator.',
    kinds: {
      reply: 'Somebody replies to you',
      mention: 'Somebody names you with @',
      decision: 'A moderator decides about your comment',
      credit: 'An essay is changed after your comment',
      changed: 'A paragraph you commented on changes',
      watched: 'A comment in a thread you watch',
      report: 'A report of yours was dealt with',
    },
    paces: { now: 'At once', daily: 'Daily', weekly: 'Weekly', never: 'Never' },
    grouped: 'At once means: at most one mail an hour for each thread, and 20 mails a day.',
    save: 'Save',
    saved: 'Saved.',
    threadTitle: (ordinal: number) => `Paragraph ${ordinal}: what you want to hear`,
    threadWhat: 'It counts for this thread only.',
    choices: {
      watched: 'Watch it: tell me of every comment',
      usual: 'As usual: tell me when somebody replies to me or names me',
      muted: 'Mute it: tell me nothing of this thread',
    },
    threadLink: 'Watch or mute this thread',
    essayShort: 'Watch',
    essayLink: 'Watch the whole essay',
    essayTitle: (title: string) => `“${title}”: what you want to hear`,
    essayWhat: 'It counts for all discussions of this essay, those you muted aside.',
    essayChoices: {
      watched: 'Watch it: tell me of every comment',
      usual: 'As usual: tell me when somebody replies to me or names me',
    },
    personLink: 'Mute or block…',
    personChoices: (name: string) => ({
      usual: `As usual: I read ${name} like everybody else`,
      muted: `Mute ${name}: cover their words, and tell me nothing of them`,
      blocked: `Block ${name}: the same, and they cannot answer my comments`,
    }),
    choicesTitle: 'Watched, muted and blocked',
    noChoices:
      'Nothing yet. An essay is watched at its head, a discussion at its end, and a person is muted or blocked on their page.',
    states: { essay: 'whole essay, watched', watched: 'watched', muted: 'muted' },
    personStates: { muted: 'muted', blocked: 'blocked' },
    end: 'End',
    endOf: (name: string) => `End it: ${name}`,
    unsubscribeTitle: 'No more such mails',
    unsubscribeWhat: (kind: string) =>
      `You will get no more mails of this kind: “${kind}”. Your page of notifications stays as it is.`,
    unsubscribeButton: 'Send me no more of them',
    unsubscribed: 'Done. No more mails of this kind are sent.',
    linkDead:
      'This link is not one of ours, or it was cut. Open the one in the mail again, or choose under your account.',
    mentioned: (handle: string) => `${handle} named you`,
    watchedNew: (handle: string) => `${handle} wrote in a thread you watch`,
    changedYours: (title: string) => `A paragraph of “${title}” that you commented on was changed.`,
    replied: (handle: string) => `${handle} replied to you`,
    credited: (title: string) => `“${title}” was changed after your comment.`,
    removedYours: (reason: string) => `A moderator removed your comment: ${reason}`,
    decidedYours: (reason: string) => `A moderator decided about your comment: ${reason}`,
    subjectOne: (what: string, title: string) => `${what} – ${title}`,
    subjectMany: (count: number, title: string, same: boolean) =>
      same ? `${count} new things in ${title}` : `${count} new things for you`,
    open: 'Show it in its place',
    why: (forum: string, kind: string) => `You get this mail from ${forum} because of your choice: “${kind}”.`,
    stopKind: 'No more mails of this kind',
    chooseAll: 'Choose what comes by mail',
  },
  zh: {
    title: '邮件通知',
    what: '所有通知都在您的通知页上。这里可以选择哪些也用邮件告诉您，以及多快告诉您。',
    at: (email: string) => `邮件会发到 ${email}。`,
    unconfirmed: '确认邮箱之后才会开始发邮件：请在“登录与安全”里索取确认链接。',
    noEmail: '您的帐号没有邮箱，因此不会发邮件。',
    refused: '您的邮件服务器永久拒收了一封邮件，因此不再发送。请更换邮箱，或联系管理员。',
    kinds: {
      reply: '有人回复您',
      mention: '有人用 @ 提到您',
      decision: '版主处理了您的评论',
      credit: '文章因您的评论作了修改',
      changed: '您评论过的段落有改动',
      watched: '您关注的讨论有新评论',
      report: '您的举报有了结果',
    },
    paces: { now: '立即', daily: '每天', weekly: '每周', never: '不发' },
    grouped: '“立即”是指：同一个讨论每小时最多一封，每天最多 20 封。',
    save: '保存',
    saved: '已保存。',
    threadTitle: (ordinal: number) => `第 ${ordinal} 段：您想知道什么`,
    threadWhat: '只对这个讨论有效。',
    choices: {
      watched: '关注：每条评论都告诉我',
      usual: '照常：有人回复我或提到我时告诉我',
      muted: '静音：这个讨论的事都不告诉我',
    },
    threadLink: '关注或静音这个讨论',
    essayShort: '关注',
    essayLink: '关注整篇文章',
    essayTitle: (title: string) => `《${title}》：您想知道什么`,
    essayWhat: '对这篇文章的所有讨论有效，您已静音的除外。',
    essayChoices: {
      watched: '关注：每条评论都告诉我',
      usual: '照常：有人回复我或提到我时告诉我',
    },
    personLink: '静音或屏蔽……',
    personChoices: (name: string) => ({
      usual: `照常：像其他人一样阅读 ${name}`,
      muted: `静音 ${name}：遮住对方的文字，也不通知我`,
      blocked: `屏蔽 ${name}：同上，而且对方不能回复我的评论`,
    }),
    choicesTitle: '关注、静音与屏蔽',
    noChoices: '还没有。文章在标题处关注，讨论在其末尾关注，静音或屏蔽某人请到对方的个人页面。',
    states: { essay: '整篇文章，已关注', watched: '已关注', muted: '已静音' },
    personStates: { muted: '已静音', blocked: '已屏蔽' },
    end: '取消',
    endOf: (name: string) => `取消：${name}`,
    unsubscribeTitle: '不再发送此类邮件',
    unsubscribeWhat: (kind: string) => `您将不再收到这一类邮件：“${kind}”。通知页上的内容不受影响。`,
    unsubscribeButton: '不要再发了',
    unsubscribed: '好了，不会再发送这一类邮件。',
    linkDead: '这个链接不是我们发出的，或者不完整。请重新打开邮件里的链接，或在帐号设置里选择。',
    mentioned: (handle: string) => `${handle} 提到了您`,
    watchedNew: (handle: string) => `${handle} 在您关注的讨论里发了评论`,
    changedYours: (title: string) => `《${title}》中您评论过的一段有了改动。`,
    replied: (handle: string) => `${handle} 回复了您`,
    credited: (title: string) => `《${title}》因您的评论作了修改。`,
    removedYours: (reason: string) => `版主移除了您的评论：${reason}`,
    decidedYours: (reason: string) => `版主处理了您的评论：${reason}`,
    subjectOne: (what: string, title: string) => `${what} – ${title}`,
    subjectMany: (count: number, title: string, same: boolean) =>
      same ? `《${title}》有 ${count} 条新消息` : `您有 ${count} 条新消息`,
    open: '到它的位置查看',
    why: (forum: string, kind: string) => `${forum} 给您发这封邮件，是因为您选择了“${kind}”。`,
    stopKind: '不再接收这一类邮件',
    chooseAll: '选择哪些用邮件告诉您',
  },
})

type Happened = {
  kind: string
  by: string
  title: string
  decision: { act: string; reason: string } | null
}

/** One sentence about what a person is told, for the subject and the text of a mail. */
export function whatHappened(language: Language, { kind, by, title, decision }: Happened): string {
  const t = telling[language]
  if (decision) return decision.act === 'remove' ? t.removedYours(decision.reason) : t.decidedYours(decision.reason)
  if (kind === 'report') return t.kinds.report
  if (kind === 'credit') return t.credited(title)
  if (kind === 'changed') return t.changedYours(title)
  if (kind === 'mention') return t.mentioned(by)
  if (kind === 'watched') return t.watchedNew(by)
  return t.replied(by)
}
