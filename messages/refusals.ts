import type { RefusalCode } from '@/forum/refusal'
import { type Language, LOCALE, plural, words } from './language'

type Facts = Record<string, string | number>
type Sentences = Record<RefusalCode, (facts: Facts) => string>

const wait = (facts: Facts, language: Language) => {
  const seconds = Number(facts.seconds ?? 60)
  const minutes = Math.ceil(seconds / 60)
  if (language === 'zh') return seconds < 90 ? `${seconds} 秒` : `${minutes} 分钟`
  return seconds < 90 ? `${seconds} ${plural(seconds, 'second', 'seconds')}` : `${minutes} minutes`
}
const until = (facts: Facts, language: Language) =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(String(facts.until ?? 0)),
  )
const number = (fact: string | number | undefined, language: Language) =>
  Number(fact ?? 0).toLocaleString(LOCALE[language])

/** What happened, what was kept, what to do: a sentence for every reason the forum says no. */
export const refusals = words<Sentences>({
  en: {
    'not-found': () => 'There is nothing here. It may have been taken away, or the address may be incomplete.',
    'sign-in-required': (facts) =>
      facts.for === 'members'
        ? 'This is for members: sign in to read it.'
        : 'Sign in to go on. What you wrote is kept.',
    'not-allowed': () => 'You may not do this here.',
    suspended: (facts) =>
      `Your account may not write until ${until(facts, 'en')} UTC. ${facts.reason ? `The reason: “${facts.reason}” ` : ''}What you wrote is kept.`,
    'address-unproven': () =>
      'You can write once your address is confirmed, at a domain that this forum takes. The way there is in your settings, under “Signing in and security”. What you wrote is kept.',
    'approval-awaited': () =>
      'A moderator has to let you in before you can write. You are told when that is done; what you wrote is kept.',
    'approval-refused': (facts) =>
      `The moderators did not let you in, so you can read and not write.${facts.reason ? ` The reason: “${facts.reason}”` : ''}`,
    'invitation-needed': () =>
      'New accounts need an invitation here. Ask somebody who moderates this forum for a link.',
    'domain-needed': (facts) => `New accounts need an address at one of these here: ${facts.domains ?? ''}.`,
    'domains-wrong': () =>
      'Each domain is written like example.edu, or *.example.edu for all below it; at least one, at most 100.',
    'foreign-origin': () => 'This request came from another site, so nothing was done. Open the forum and try there.',
    'bad-input': () => 'Something in the form is not right. Please look at the marked field.',
    'bad-characters': () => 'The text contains characters that cannot be stored (a NUL or half a character).',
    'body-empty': () => 'There is nothing in the comment yet.',
    'body-too-long': () => 'A comment has at most 10,000 characters. Your text is kept; please shorten it.',
    'quote-not-found': () => 'The quoted words are not in this paragraph. Quote them again, or leave the quote out.',
    'parent-elsewhere': () => 'The comment you answer is not in this discussion.',
    'parent-gone': () => 'The comment you answer was taken away in the meantime. Your text is kept.',
    locked: () => 'This discussion is closed for now. Your text is kept.',
    'too-deep': () => 'This exchange is too deep to go on. Please answer one level up.',
    'already-posted': () =>
      'This form was posted before, with other words, and that comment stands. What you wrote now is kept: send it once more to post it as a new comment.',
    'edit-too-late': () => 'A comment can be edited for 24 hours. This one is older.',
    'changed-meanwhile': () => 'The comment was changed in the meantime. Look at the new text and edit again.',
    'revision-changed': () =>
      'Somebody published another revision in the meantime, so nothing was published. Look at it and publish again.',
    undecided: (facts) =>
      `Nothing was published: ${facts.count ?? 1} ${plural(Number(facts.count ?? 1), 'discussion still needs', 'discussions still need')} you to say where it belongs.`,
    'own-comment': () => 'This is your own comment.',
    'already-flagged': () => 'You have already reported this comment. A moderator will look at it.',
    'note-needed': () => 'Please write what the reason is.',
    'case-closed': (facts) =>
      facts.by ? `${facts.by} has already decided this case.` : 'Somebody has already decided this case.',
    'case-claimed': (facts) =>
      facts.over
        ? `This case was taken by ${facts.by ?? 'another moderator'}, who has left it. Take it over to decide it.`
        : `This case is with ${facts.by ?? 'another moderator'} until ${until(facts, 'en')} UTC. Nothing was decided.`,
    'act-unfit': () => 'This comment waits for a decision: approve it or remove it.',
    'too-late': () => 'The decision has taken effect. Open the case again to make good for it.',
    escalated: () => 'This case was passed on to the owners.',
    'own-decision': () => 'This appeal is against your own decision. Another moderator decides about it.',
    'already-appealed': () => 'You have objected to this decision already.',
    'nobody-such': () => 'There is no other moderator of this name who could decide it.',
    'blank-left': () => 'The reason you chose has a blank: write what belongs there.',
    'warning-unread': (facts) =>
      `You were warned${facts.reason ? `: “${facts.reason}”` : '.'} Open the notification and say that you have read it; your text is kept.`,
    'case-changed': () => 'The case or the comment changed while you looked at it. Please look again and decide.',
    'wrong-password': () => 'E-mail and password do not fit together.',
    'email-taken': () => 'There is an account with this e-mail. Sign in instead.',
    'handle-taken': () => 'This name is taken. Please choose another.',
    'handle-alike': () => 'This name looks like that of somebody else. Please choose another.',
    'handle-mixed': () => 'A name is written in one script: these letters are not written together.',
    'handle-length': () => 'A name has 2 to 30 characters.',
    'handle-characters': () => 'A name is made of letters and digits, with - or _ between them.',
    'password-short': () => 'A password has at least 8 characters.',
    'password-long': () => 'A password has at most 200 characters.',
    'password-common': () => 'This password is among the first that somebody would try. Please take another.',
    'password-yours': () =>
      'This password is your own name or address, or the name of this forum. Please take another.',
    'wrong-code': () => 'This code does not fit, or was used before. Wait for the next one and try again.',
    'passkey-failed': () => 'The passkey was not accepted. Try again, or take another way.',
    'passkey-alone': () =>
      'This key did not check who you are (no PIN, no fingerprint). Sign in another way; it then serves as the second step.',
    'passkey-known': () => 'This passkey is in use already.',
    'address-disposable': () => 'This address is one that is handed out for minutes. Please use one that stays yours.',
    'proof-failed': () => 'Your browser’s work for this form is too old or was used already. Please send it once more.',
    'list-full': () => 'There are 500 people on this list already. Take somebody off it first.',
    blocked: () => 'The author of this comment takes no answers from you. You can write to the paragraph instead.',
    'second-step-required': () =>
      'Moderators and owners of this forum sign in with two steps. Set up the second one in your security settings.',
    'second-missing': () => 'Set up an app or a passkey first: there would be nothing to ask for.',
    'last-way-in': () => 'This is the only way into your account. Set up another one first.',
    'prove-again': () => 'Please sign in once more: this is changed only soon after signing in.',
    'link-used': () => 'This link has been used or has expired. Ask for a new one.',
    'last-owner': () => 'The forum needs an owner. Make somebody else an owner first.',
    'too-fast': (facts) =>
      `That was too much in a short time. Wait ${wait(facts, 'en')} and try again; your text is kept.`,
    'too-many-streams': () =>
      'Too many pages listen for new comments from here already. Close some, or look again in a minute.',
    'slow-mode': (facts) =>
      `This discussion goes slowly for now. You can write here again in ${wait(facts, 'en')}; your text is kept.`,
    heated: (facts) =>
      `Readers have reported what you answer, so everybody takes some time between two answers here. Wait ${wait(facts, 'en')}; your text is kept.`,
    repeated: () =>
      'You have posted the same words within the last day. Your text is kept: change it, or leave it at that.',
    'first-day': (facts) =>
      `On the first day a person can post ${number(facts.count, 'en')} comments. Wait ${wait(facts, 'en')}; your text is kept.`,
    rule: (facts) => `A rule of this forum refuses it: “${facts.reason ?? facts.rule ?? ''}” Your text is kept.`,
    'bad-pattern': () =>
      'This is no pattern of RE2, one that finds nothing in particular, or one that would take too long. It is kept; please mend it.',
    'name-taken': () => 'Another rule has this name. Please choose another.',
    'too-large': () =>
      'That is more than can be sent at once. Your text is still in your browser: go back and shorten it.',
    'malformed-json': () => 'The request is not valid JSON.',
    'malformed-form': () => 'The form arrived damaged. Go back and send it again.',
    'unsupported-type': () => 'This door takes application/json.',
    'bad-token': () => 'The API token is not valid.',
    'token-reads-only': () => 'This API token can only read. Nothing was changed.',
    'tokens-full': () => 'You have 20 tokens. Take one back first.',
    'form-expired': () => 'This form is no longer kept, or was written in another browser.',
    'no-text': () => 'There is no text in it: at least one paragraph of words is needed.',
    'not-a-text': (facts) =>
      `This is not a text${facts.position === undefined ? '' : ` (byte ${number(facts.position, 'en')} is no character)`}. What can be read: plain text, Markdown, HTML and Word (.docx).`,
    'unreadable-text': (facts) =>
      `This is not ${facts.encoding ?? 'UTF-8'}: it cannot be read from byte ${number(facts.position, 'en')} on. Save it as UTF-8.`,
    'unreadable-document': () =>
      'This is not a Word document, or a damaged one. Open it in a word processor and save it again as .docx.',
    'document-too-large': () =>
      'Unpacked, the document is larger than 50 MB. Take pictures out of it, or save it as text.',
    'text-too-long': (facts) =>
      `The text has ${number(facts.bytes, 'en')} bytes; an essay has at most ${number(facts.most, 'en')} (5 MB).`,
    'too-many-paragraphs': (facts) =>
      `The text has more than ${number(facts.most, 'en')} paragraphs, the most an essay can have.`,
    'paragraph-too-long': (facts) =>
      `Paragraph ${number(facts.paragraph, 'en')} (“${facts.beginning ?? ''}…”) has more than ${number(facts.most, 'en')} characters. Perhaps the blank lines between paragraphs are missing.`,
    'too-much-markup': () =>
      'The text has more markup than can be read: links, emphasis, items of lists, levels. Make two texts of it, or plainer ones.',
    'search-too-long': () =>
      'This search took too long and was stopped. Use a rarer word, or narrow it to an essay, a person or a time.',
    'drafts-full': () =>
      'You have 500 drafts, and no more are kept. Throw some away under “Drafts”; this one stays on this device.',
  },
  zh: {
    'not-found': () => '这里没有内容。它可能已被移走，或者地址不完整。',
    'sign-in-required': (facts) =>
      facts.for === 'members' ? '这里仅限成员：请登录后阅读。' : '请先登录。您写的内容已经保留。',
    'not-allowed': () => '您在这里不能进行这个操作。',
    suspended: (facts) =>
      `您的帐号在 ${until(facts, 'zh')}（UTC）之前不能发言。${facts.reason ? `理由：“${facts.reason}”。` : ''}您写的内容已经保留。`,
    'address-unproven': () =>
      '确认邮箱之后您就可以发言；邮箱须属于本论坛接受的域名。请到设置的“登录与安全”中确认。您写的内容已经保留。',
    'approval-awaited': () => '版主同意之后您才能发言，届时会通知您。您写的内容已经保留。',
    'approval-refused': (facts) =>
      `版主没有同意您加入，因此您可以阅读，但不能发言。${facts.reason ? `理由：“${facts.reason}”` : ''}`,
    'invitation-needed': () => '本论坛需要邀请才能注册。请向版主索取邀请链接。',
    'domain-needed': (facts) => `本论坛只接受以下域名的邮箱注册：${facts.domains ?? ''}。`,
    'domains-wrong': () => '域名请写成 example.edu；写 *.example.edu 表示它下面的所有域名。至少一个，最多 100 个。',
    'foreign-origin': () => '这个请求来自别的网站，因此没有执行。请打开论坛再试。',
    'bad-input': () => '表单中有一处不对，请查看标出的栏目。',
    'bad-characters': () => '文字中含有无法保存的字符（NUL 或半个字符）。',
    'body-empty': () => '评论还是空的。',
    'body-too-long': () => '一条评论最多 10,000 个字符。文字已保留，请缩短。',
    'quote-not-found': () => '引用的文字不在这一段里。请重新引用，或去掉引用。',
    'parent-elsewhere': () => '您回复的评论不在这个讨论里。',
    'parent-gone': () => '您回复的评论已被移走。您写的内容已经保留。',
    locked: () => '这个讨论目前已经关闭。您写的内容已经保留。',
    'too-deep': () => '这段对话的层次太深了，请回复上一层。',
    'already-posted': () =>
      '这份表单之前已经发出，内容不同，那条评论仍在。您现在写的内容已经保留：再发一次，就会成为一条新评论。',
    'edit-too-late': () => '评论发出后 24 小时内可以修改，这一条已经超过时间。',
    'changed-meanwhile': () => '这条评论刚刚被改过。请看新的文字后再修改。',
    'revision-changed': () => '有人刚刚发布了新的版本，因此没有发布。请看过新版本后再发布。',
    undecided: (facts) => `没有发布：还有 ${facts.count ?? 1} 个讨论需要您决定归到哪里。`,
    'own-comment': () => '这是您自己的评论。',
    'already-flagged': () => '您已经举报过这条评论，版主会查看。',
    'note-needed': () => '请写明原因。',
    'case-closed': (facts) => (facts.by ? `${facts.by} 已经处理了这件事。` : '已有人处理了这件事。'),
    'case-claimed': (facts) =>
      facts.over
        ? `${facts.by ?? '另一位版主'} 接手后离开了。要作决定，请先接管。`
        : `${facts.by ?? '另一位版主'} 正在处理这件事，到 ${until(facts, 'zh')}（UTC）为止。没有作出决定。`,
    'act-unfit': () => '这条评论正等待决定：请保留或移除。',
    'too-late': () => '决定已经生效。如需更正，请重新打开这件事。',
    escalated: () => '这件事已上交所有者。',
    'own-decision': () => '这份申诉针对的是您自己的决定，由其他版主处理。',
    'already-appealed': () => '您已对这个决定提出过申诉。',
    'nobody-such': () => '没有这个名字的其他版主可以处理它。',
    'blank-left': () => '所选理由留有空白，请写明内容。',
    'warning-unread': (facts) =>
      `您收到过警告${facts.reason ? `：“${facts.reason}”。` : '。'}请打开通知，确认已读；您写的文字已保留。`,
    'case-changed': () => '您查看期间情况有了变化，请重新查看后再决定。',
    'wrong-password': () => '邮箱和密码不符。',
    'email-taken': () => '这个邮箱已经注册，请直接登录。',
    'handle-taken': () => '这个名字已被使用，请换一个。',
    'handle-alike': () => '这个名字与别人的看起来太像，请换一个。',
    'handle-mixed': () => '名字里的文字不能混用不同的书写系统。',
    'handle-length': () => '名字需要 2 到 30 个字符。',
    'handle-characters': () => '名字由文字和数字组成，中间可以有 - 或 _。',
    'password-short': () => '密码至少 8 个字符。',
    'password-long': () => '密码最多 200 个字符。',
    'password-common': () => '这个密码太常见，别人一试就中。请换一个。',
    'password-yours': () => '密码不能就是您的名字、邮箱或本论坛的名称。请换一个。',
    'wrong-code': () => '验证码不对，或者已经用过。请等下一个验证码再试。',
    'passkey-failed': () => '通行密钥没有通过。请再试一次，或换一种方式。',
    'passkey-alone': () => '这个密钥没有核实您的身份（没有 PIN 或指纹）。请先用别的方式登录，再用它完成第二步。',
    'passkey-known': () => '这个通行密钥已经在使用。',
    'address-disposable': () => '这是只用几分钟的临时邮箱。请使用长期属于您的邮箱。',
    'proof-failed': () => '浏览器为这个表单完成的计算已过期或已被使用。请再提交一次。',
    'list-full': () => '名单上已有 500 人，请先移除一些。',
    blocked: () => '这条评论的作者不接受您的回复。您可以直接对段落发表评论。',
    'second-step-required': () => '本论坛的版主和所有者须用两步登录。请在安全设置中设置第二步。',
    'second-missing': () => '请先设置验证器应用或通行密钥，否则没有可以验证的东西。',
    'last-way-in': () => '这是您登录帐号的唯一方式，请先设置另一种。',
    'prove-again': () => '请再登录一次：这项设置只能在刚登录之后更改。',
    'link-used': () => '这个链接已经用过或者过期，请索取新的。',
    'last-owner': () => '论坛需要一位所有者。请先让别人成为所有者。',
    'too-fast': (facts) => `短时间内操作太多。请等 ${wait(facts, 'zh')} 再试；您写的内容已经保留。`,
    'too-many-streams': () => '从这里接收新评论的页面已经太多。请关闭一些，或过一分钟再看。',
    'slow-mode': (facts) => `这里的讨论暂时放慢。${wait(facts, 'zh')}后您可以再发言；您写的内容已保留。`,
    heated: (facts) =>
      `您要回复的内容被读者举报过，所以在这里两次回复之间要隔一段时间。请等 ${wait(facts, 'zh')}；您写的内容已保留。`,
    repeated: () => '您在一天之内发过同样的内容。文字已保留：请修改，或不再重发。',
    'first-day': (facts) =>
      `加入的第一天最多发 ${number(facts.count, 'zh')} 条评论。请等 ${wait(facts, 'zh')}；您写的内容已保留。`,
    rule: (facts) => `本论坛的一条规则不允许这样的内容：“${facts.reason ?? facts.rule ?? ''}”您写的内容已保留。`,
    'bad-pattern': () => '这不是 RE2 的模式，或者什么都匹配，或者用时会过长。内容已保留，请修改。',
    'name-taken': () => '已有同名的规则，请换一个名字。',
    'too-large': () => '一次发送的内容太多。文字还在您的浏览器里：请返回并缩短。',
    'malformed-json': () => '请求不是有效的 JSON。',
    'malformed-form': () => '表单传输中损坏，请返回重新提交。',
    'unsupported-type': () => '这里只接受 application/json。',
    'bad-token': () => 'API 令牌无效。',
    'token-reads-only': () => '这个 API 令牌只能读取，没有做任何改动。',
    'tokens-full': () => '您已有 20 个令牌，请先收回一个。',
    'form-expired': () => '这份表单已不再保留，或是在另一个浏览器里写的。',
    'no-text': () => '里面没有文字：至少需要一段话。',
    'not-a-text': (facts) =>
      `这不是文本${facts.position === undefined ? '' : `（第 ${number(facts.position, 'zh')} 字节不是字符）`}。可以读取的有：纯文本、Markdown、HTML 和 Word（.docx）。`,
    'unreadable-text': (facts) =>
      `这不是 ${facts.encoding ?? 'UTF-8'}：从第 ${number(facts.position, 'zh')} 字节起无法读取。请存为 UTF-8。`,
    'unreadable-document': () => '这不是 Word 文档，或者文档已损坏。请用文字处理软件打开，重新存为 .docx。',
    'document-too-large': () => '文档解开后超过 50 MB。请去掉其中的图片，或存为纯文本。',
    'text-too-long': (facts) =>
      `文字有 ${number(facts.bytes, 'zh')} 字节；一篇文章最多 ${number(facts.most, 'zh')} 字节（5 MB）。`,
    'too-many-paragraphs': (facts) => `文字超过 ${number(facts.most, 'zh')} 段，这是一篇文章的上限。`,
    'paragraph-too-long': (facts) =>
      `第 ${number(facts.paragraph, 'zh')} 段（“${facts.beginning ?? ''}…”）超过 ${number(facts.most, 'zh')} 个字符。请检查段落之间是否缺少空行。`,
    'too-much-markup': () => '标记太多，无法读取：链接、强调、列表项或层次。请分成两篇，或简化标记。',
    'search-too-long': () => '这次搜索花的时间太长，已经停止。请换更少见的词，或限定一篇文章、一位作者或一段时间。',
    'drafts-full': () => '您已有 500 份草稿，不能再多了。请在“草稿”里删掉一些；这一份仍留在本设备上。',
  },
})
