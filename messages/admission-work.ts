import { words } from './language'

/** The work of a browser before an account is made. Used in the browser. */
export const admission = words({
  en: {
    works:
      'Your browser does a little work meanwhile, so that no machine makes accounts by the thousand. Nothing is sent elsewhere.',
    working: 'One moment: your browser is still at work.',
    noScript: 'Without JavaScript your account waits until a moderator lets you in; a sign-in by mail does not.',
  },
  zh: {
    works: '您的浏览器正在完成一点计算，以免机器成批注册。没有任何内容发往别处。',
    working: '请稍候：浏览器还在计算。',
    noScript: '没有 JavaScript 时，您的帐号要等版主批准；用邮件登录则不必。',
  },
})
