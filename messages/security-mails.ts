import { words } from './language'

/** Mails about what an account is opened with. */
export const securityMails = words({
  en: {
    password: {
      subject: (forum: string) => `A new password for ${forum}`,
      hello: (forum: string) => `Somebody, probably you, asked for a new password at ${forum} with this address.`,
      open: (handle: string) => `It is for the account ${handle}. Open this link and choose a password there:`,
      button: 'Choose a new password',
      noAccount: 'There is no account with this address. Perhaps you signed up with another one.',
      once: 'The link works once, within 30 minutes.',
      notYou: 'If it was not you, do nothing: nothing has changed.',
    },
    email: {
      subject: (forum: string) => `Confirm your address for ${forum}`,
      hello: (forum: string, handle: string) => `At ${forum}, the account ${handle} gave this address as its own.`,
      open: 'If that is you, open this link and press the button there:',
      button: 'Confirm the address',
      taken: 'Another account has this address already, so it was not taken over. Perhaps you have two accounts.',
      once: 'The link works once, within a day, and only while you are signed in to that account.',
      notYou: 'If it was not you, do nothing: nothing happens.',
    },
    told: {
      subject: (forum: string) => `Your account at ${forum} was changed`,
      password: (forum: string) =>
        `The password of your account at ${forum} was changed. Every other session has ended.`,
      email: (forum: string) =>
        `Your account at ${forum} has another e-mail address from now on; this one is no longer used.`,
      second: (forum: string) => `Your account at ${forum} now asks for a second step when somebody signs in.`,
      secondOff: (forum: string) => `Your account at ${forum} no longer asks for a second step when somebody signs in.`,
      passkey: (forum: string) => `The passkeys of your account at ${forum} were changed.`,
      codes: (forum: string) => `The recovery codes of your account at ${forum} were made anew; the old ones are dead.`,
      linked: (forum: string) => `The connected sign-ins of your account at ${forum} were changed.`,
      notYou: 'If it was not you, set a new password at once and end all sessions:',
      button: 'To your account',
    },
  },
  zh: {
    password: {
      subject: (forum: string) => `${forum} 的新密码`,
      hello: (forum: string) => `有人（应该是您本人）用这个邮箱在 ${forum} 申请设置新密码。`,
      open: (handle: string) => `帐号是 ${handle}。请打开这个链接，在页面上设置新密码：`,
      button: '设置新密码',
      noAccount: '这个邮箱没有对应的帐号。您注册时用的也许是另一个邮箱。',
      once: '链接 30 分钟内有效，只能用一次。',
      notYou: '如果不是您本人，不必理会：没有任何改动。',
    },
    email: {
      subject: (forum: string) => `确认您在 ${forum} 的邮箱`,
      hello: (forum: string, handle: string) => `${forum} 的帐号 ${handle} 填写了这个邮箱。`,
      open: '如果这是您本人，请打开这个链接，然后按页面上的按钮：',
      button: '确认邮箱',
      taken: '这个邮箱已经属于另一个帐号，因此没有改动。您也许有两个帐号。',
      once: '链接一天内有效，只能用一次，并且要先登录该帐号。',
      notYou: '如果不是您本人，不必理会：什么都不会发生。',
    },
    told: {
      subject: (forum: string) => `您在 ${forum} 的帐号有改动`,
      password: (forum: string) => `您在 ${forum} 的帐号密码已更改，其他会话都已结束。`,
      email: (forum: string) => `您在 ${forum} 的帐号已改用另一个邮箱，这个邮箱不再使用。`,
      second: (forum: string) => `您在 ${forum} 的帐号已开启两步验证。`,
      secondOff: (forum: string) => `您在 ${forum} 的帐号已关闭两步验证。`,
      passkey: (forum: string) => `您在 ${forum} 的帐号的通行密钥有改动。`,
      codes: (forum: string) => `您在 ${forum} 的帐号已生成新的恢复码，旧的全部作废。`,
      linked: (forum: string) => `您在 ${forum} 的帐号关联的登录方式有改动。`,
      notYou: '如果不是您本人，请立即设置新密码，并结束所有会话：',
      button: '前往您的帐号',
    },
  },
})
