import type { Section } from '@/forum/privacy/inventory'
import { words } from './language'

type Kept = { title: string; what: string; why: string; until: string }

/** What is kept about people, why and until when; and what a person can do about it. */
export const privacy = words<{
  title: string
  intro: string
  yours: string
  toYours: string
  what: string
  why: string
  until: string
  columns: string
  sections: Record<Section, Kept>
  never: string
  neverWhat: string[]
  ownTitle: string
  exportTitle: string
  exportWhat: string
  exportAsk: string
  exportAsked: (date: string) => string
  exportRunning: (written: number, total: number) => string
  exportWaiting: string
  exportLook: string
  exportReady: (until: string) => string
  exportPage: string
  exportData: string
  deleteTitle: string
  deleteWhat: string
  deleteChoice: string
  stay: string
  stayHint: string
  go: string
  goHint: string
  deletePassword: string
  deleteRecent: string
  deleteButton: string
  deleteFinal: string
  deletedTitle: string
  deletedWhat: string
  columnNames: { table: string; rows: (count: number) => string; none: string }
}>({
  en: {
    title: 'What is kept about you',
    intro:
      'Everything this forum stores about people, why, and how long. No other company gets any of it, and nothing is counted by anybody else.',
    yours: 'You can take a copy of all of it, and delete your account, whenever you like.',
    toYours: 'Your data',
    what: 'What',
    why: 'Why',
    until: 'Until',
    columns: 'The columns in the database',
    sections: {
      account: {
        title: 'Your account',
        what: 'Your name here and those you had before, your display name, your e-mail address and whether it is confirmed, your role, your language, how pages look to you, and the day you joined.',
        why: 'So that others know who is speaking, and you can come back. Your address is shown to nobody.',
        until:
          'You delete the account. Then an empty row stays that comments and decisions refer to, with a name made of random digits.',
      },
      waysIn: {
        title: 'Ways to sign in',
        what: 'A hash of your password, which providers you sign in with and your number there, hashes of one-time links with the address they went to, the names and public halves of your passkeys, the key of your app for one-time passwords (encrypted), and hashes of your recovery codes.',
        why: 'To let you in and nobody else.',
        until: 'You delete the account. Links end after minutes, some after a day.',
      },
      sessions: {
        title: 'Where you are signed in',
        what: 'The browser and system in words, such as “Firefox, Linux”, a hash of the network you signed in from, and when the session was last used.',
        why: 'So that you can see strangers in your account and end their sessions.',
        until:
          'The session ends, at the latest after 180 days. The hash of the network is taken away after 30 days. The full address and the browser’s full description are never stored.',
      },
      tokens: {
        title: 'API tokens',
        what: 'The name you gave a token, what it may do, its hash, and when it was last used and ends.',
        why: 'So that programs can act for you, and you can take that back.',
        until: 'You take the token back or delete the account.',
      },
      writing: {
        title: 'What you write',
        what: 'Your comments with the words they quote, earlier wordings of comments you edited, and drafts you have not sent. Words that could not be sent yet are kept with a secret of your browser.',
        why: 'It is what the forum is for. Earlier wordings are public, so that answers stay understandable.',
        until:
          'You delete them. With your account you choose whether published comments stay or go; drafts always go. Words of forms go after 48 hours.',
      },
      votes: {
        title: 'Your votes',
        what: 'Which comments you voted for, and when.',
        why: 'So that each person counts once. Who voted is shown to nobody.',
        until: 'You take the vote back. With your account they go or stay with your comments.',
      },
      reading: {
        title: 'How far you have read',
        what: 'Up to which moment you have seen each discussion you opened.',
        why: 'To show you what is new.',
        until: 'You delete the account.',
      },
      telling: {
        title: 'What you are told',
        what: 'Your notifications, whether you have read them and when one was mailed; which kinds you want by mail and how soon; which threads you watch or muted; and addresses that a mail server refused for good.',
        why: 'So that you learn of answers and decisions, as soon as you want, and no mail goes where none arrives.',
        until: 'You delete the account. A refused address goes after 180 days.',
      },
      reports: {
        title: 'Your reports',
        what: 'Which comments you reported, the reason, and your note. Moderators see who reported; authors do not.',
        why: 'So that moderators can look into it and tell you what came of it.',
        until: 'You delete the account: the note goes, and the report stays without a name.',
      },
      moderation: {
        title: 'Moderation',
        what: 'Suspensions with their reason and end, decisions about comments with their reasons and who took them, warnings, your appeals, who of the moderators is at work on what and what they note for each other, and the public log of these.',
        why: 'So that decisions can be checked and appealed. The log is chained, so nobody can change it afterwards; people stand in it as numbers, and those who acted under a pseudonym.',
        until:
          'Suspensions, warnings, appeals and notes go with the account. Decisions and the log stay, and refer to an account without a name.',
      },
      essays: {
        title: 'If you write or publish essays',
        what: 'Which essays are yours, drafts of the next revision, and which revisions you published.',
        why: 'To show readers who wrote the text, and to let you go on with it.',
        until: 'You delete the account: drafts and authorship go, published revisions stay without your name.',
      },
      traces: {
        title: 'Against abuse',
        what: 'Counters of how often something was tried, by hashed network or account; and after an account was deleted, a hash of its name and what was chosen then.',
        why: 'To slow down guessing and flooding, and so that nobody can take over a name that others still answer to.',
        until: 'Counters end within a day. The hash of a deleted account’s name stays.',
      },
      copies: {
        title: 'Copies you asked for',
        what: 'When you asked for a copy of your data, and the files.',
        why: 'So that you can fetch them.',
        until: 'Seven days.',
      },
    },
    never: 'What is not kept',
    neverWhat: [
      'Your internet address: it is only counted against, as a hash.',
      'What you read as a guest: there are no visitor statistics and no cookies before you write.',
      'Anything at other companies: pages load nothing from elsewhere.',
    ],
    ownTitle: 'Your data',
    exportTitle: 'A copy of everything about you',
    exportWhat:
      'A page to read and a file for programs (JSON), with all that is stored about you but for hashes of secrets. Making them takes a moment.',
    exportAsk: 'Make a copy',
    exportAsked: (date) => `Asked for ${date}`,
    exportRunning: (written, total) => `Being made: ${written} of ${total} entries.`,
    exportWaiting: 'It is about to begin.',
    exportLook: 'Look again',
    exportReady: (until) => `Ready until ${until}. Only you can fetch it, while signed in.`,
    exportPage: 'Page to read',
    exportData: 'JSON',
    deleteTitle: 'Delete the account',
    deleteWhat:
      'Your name, address and every way to sign in are gone at once. The rest follows within minutes. Your name is not given to anybody else.',
    deleteChoice: 'What becomes of your comments?',
    stay: 'They stay, by “deleted account”',
    stayHint: 'Discussions stay readable. Votes stay counted.',
    go: 'They go',
    goHint: 'Where somebody answered, an empty place stays. Votes go too.',
    deletePassword: 'Your password',
    deleteRecent: 'You have no password here: you must have signed in within the last 15 minutes.',
    deleteButton: 'Delete my account for good',
    deleteFinal: 'This cannot be taken back.',
    deletedTitle: 'Your account is deleted',
    deletedWhat: 'You are signed out everywhere. What is left of it goes within the next minutes.',
    columnNames: { table: 'Table', rows: (count) => (count === 1 ? '1 entry' : `${count} entries`), none: 'nothing' },
  },
  zh: {
    title: '本站保存了您的哪些信息',
    intro: '以下是本论坛保存的全部个人信息、保存的原因和期限。这些信息不会交给任何其他公司，也没有第三方统计。',
    yours: '您可以随时取走全部信息的副本，也可以随时注销帐号。',
    toYours: '您的数据',
    what: '内容',
    why: '原因',
    until: '期限',
    columns: '数据库中的字段',
    sections: {
      account: {
        title: '您的帐号',
        what: '您在这里现在和以前的名字、显示名、邮箱及其是否已确认、身份、语言、外观设置，以及加入的日期。',
        why: '让别人知道是谁在说话，也让您能再回来。邮箱不会给任何人看。',
        until: '到您注销帐号为止。之后只留下一条空记录，供评论和处理决定引用，名字换成随机数字。',
      },
      waysIn: {
        title: '登录方式',
        what: '密码的散列值、您用哪些第三方登录以及在那里的编号、一次性链接的散列值和它发往的邮箱、通行密钥的名称和公钥、验证器应用的密钥（加密保存），以及恢复码的散列值。',
        why: '只让您本人登录。',
        until: '到您注销帐号为止。链接在几分钟后失效，有的一天后失效。',
      },
      sessions: {
        title: '您登录的地方',
        what: '浏览器和系统的名称（例如“Firefox，Linux”）、登录时所在网络的散列值，以及会话最近一次使用的时间。',
        why: '让您能发现帐号里的陌生人，并结束他们的会话。',
        until: '到会话结束，最长 180 天。网络的散列值 30 天后清除。完整的网络地址和浏览器标识从不保存。',
      },
      tokens: {
        title: 'API 令牌',
        what: '您给令牌起的名字、它的权限、散列值、最近使用时间和失效时间。',
        why: '让程序能代您操作，也让您能随时收回。',
        until: '到您收回令牌或注销帐号为止。',
      },
      writing: {
        title: '您写的内容',
        what: '您的评论及其引文、修改过的评论的旧版本、还没有发出的草稿。暂时没能发出的文字与您浏览器里的一个密钥一起保存。',
        why: '论坛就是为此而设。旧版本是公开的，这样别人的回复才看得懂。',
        until: '到您删除为止。注销帐号时，由您选择已发表的评论留下还是删除；草稿一律删除。表单里的文字 48 小时后清除。',
      },
      votes: {
        title: '您的投票',
        what: '您给哪些评论投过票，以及时间。',
        why: '保证每人只算一票。谁投了票不会给任何人看。',
        until: '到您收回为止。注销帐号时，随评论一起留下或删除。',
      },
      reading: {
        title: '您读到哪里',
        what: '您打开过的每个讨论，看到了哪一刻为止。',
        why: '为了告诉您哪些是新的。',
        until: '到您注销帐号为止。',
      },
      telling: {
        title: '给您的通知',
        what: '您的通知、是否已读、何时发过邮件；哪几类要用邮件告诉您、多快告诉您；您关注或静音了哪些讨论；以及被邮件服务器永久拒收的邮箱。',
        why: '让您按自己想要的快慢知道有人回复，或有了处理结果；并且不往收不到的地方发邮件。',
        until: '到您注销帐号为止。被拒收的邮箱 180 天后删除。',
      },
      reports: {
        title: '您的举报',
        what: '您举报过哪些评论、理由和说明。版主能看到举报人，作者看不到。',
        why: '让版主能处理，并把结果告诉您。',
        until: '到您注销帐号为止：说明删除，举报留下但不再带名字。',
      },
      moderation: {
        title: '管理记录',
        what: '禁言及其原因和期限、对评论的处理决定及其理由和决定人，警告、您的申诉，哪位版主正在处理哪件事、彼此留了什么话，以及这些事项的公开日志。',
        why: '让决定可以核查、可以申诉。日志逐条相扣，事后谁也改不了；其中的人只是编号，操作人以化名出现。',
        until: '禁言、警告、申诉和留言随帐号删除。处理决定和日志保留，但指向一个没有名字的帐号。',
      },
      essays: {
        title: '如果您撰写或发布文章',
        what: '哪些文章是您的、下一版的草稿，以及您发布过哪些版本。',
        why: '让读者知道文章是谁写的，也让您能继续写下去。',
        until: '到您注销帐号为止：草稿和署名删除，已发布的版本保留但不带您的名字。',
      },
      traces: {
        title: '防止滥用',
        what: '某个网络或帐号（以散列值记录）尝试了多少次的计数；帐号注销之后，还有原名字的散列值和当时的选择。',
        why: '减缓猜密码和刷屏，也防止别人占用大家仍在称呼的名字。',
        until: '计数一天之内失效。已注销帐号名字的散列值会保留。',
      },
      copies: {
        title: '您要的副本',
        what: '您什么时候要过数据副本，以及那些文件。',
        why: '供您下载。',
        until: '七天。',
      },
    },
    never: '不保存的内容',
    neverWhat: [
      '您的网络地址：只以散列值计数。',
      '您作为访客读了什么：没有访问统计，在您动笔之前也没有 Cookie。',
      '任何存放在别的公司的信息：页面不从别处加载任何内容。',
    ],
    ownTitle: '您的数据',
    exportTitle: '取走关于您的一切',
    exportWhat:
      '一份可以阅读的网页和一份供程序使用的文件（JSON），包含本站保存的关于您的一切，密钥的散列值除外。生成需要片刻。',
    exportAsk: '生成副本',
    exportAsked: (date) => `申请于 ${date}`,
    exportRunning: (written, total) => `正在生成：共 ${total} 条，已完成 ${written} 条。`,
    exportWaiting: '即将开始。',
    exportLook: '再看一下',
    exportReady: (until) => `已经完成，保留到 ${until}。只有您登录后才能下载。`,
    exportPage: '阅读用网页',
    exportData: 'JSON',
    deleteTitle: '注销帐号',
    deleteWhat: '您的名字、邮箱和所有登录方式会立即删除，其余的在几分钟内删除。您的名字不会再给别人使用。',
    deleteChoice: '您的评论怎么办？',
    stay: '留下，署名“已注销的帐号”',
    stayHint: '讨论仍然读得通，投票仍然计入。',
    go: '删除',
    goHint: '有人回复的地方会留下一个空位。投票也一并删除。',
    deletePassword: '您的密码',
    deleteRecent: '您在这里没有密码：需要在最近 15 分钟内登录过。',
    deleteButton: '永久注销我的帐号',
    deleteFinal: '此操作无法撤回。',
    deletedTitle: '您的帐号已注销',
    deletedWhat: '您已在所有地方退出登录。剩余的信息会在几分钟内删除。',
    columnNames: { table: '表', rows: (count) => `${count} 条`, none: '无' },
  },
})
