import { words } from './language'

/** What the owner decides for the whole forum. */
export const settings = words({
  en: {
    title: 'Settings',
    intro: 'For the whole forum. Only owners see this page; the public log tells of every change.',
    saved: 'The settings are saved.',
    screening: 'Before publication',
    holdFirst: 'First comments wait for a moderator',
    holdFirstHint: 'Until two comments of a person stand, what they write is read by a moderator first.',
    reasons: 'Reasons a reader can choose when reporting',
    reasonsHint: '“Something else”, with a text, is always there.',
    hideAt: 'Reports hide a comment from this weight on',
    hideAtHint:
      'From 1 to 1,000; two readers at least. Somebody new weighs 1, the most trusted at most 4. Empty: reports never hide.',
    answering: 'Who answers for the forum',
    secondStep: 'Moderators and owners sign in with two steps',
    secondStepHint:
      'An app’s code or a passkey beside the first way in. From their next request on, whoever has none is a member until they set one up.',
    save: 'Save the settings',
    saveSignUp: 'Save who comes in',
    moderation: 'Moderation',
  },
  zh: {
    title: '设置',
    intro: '对整个论坛有效。只有所有者能看到这一页；每次变更都写入公开的处理记录。',
    saved: '设置已保存。',
    screening: '发布之前',
    holdFirst: '新人的评论先由版主查看',
    holdFirstHint: '一个人有两条评论通过之前，所写的内容先由版主阅读。',
    reasons: '举报时可以选择的理由',
    reasonsHint: '“其他问题”（须填写说明）始终可选。',
    hideAt: '举报达到多少权重时隐藏评论',
    hideAtHint: '1 到 1,000，且至少有两位读者。新人的权重是 1，最受信任者最多 4。留空：举报从不隐藏评论。',
    answering: '对论坛负责的人',
    secondStep: '版主和所有者须用两步登录',
    secondStepHint:
      '除第一种登录方式外，还须输入应用的验证码或使用通行密钥。没有设置的人，从下一次请求起只有成员的权限，直到设置好为止。',
    save: '保存设置',
    saveSignUp: '保存新人设置',
    moderation: '版务',
  },
})
