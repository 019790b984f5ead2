import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { FIRST_ESSAY, ROLES, type Role, SCENARIOS, type Scenario, VISIBILITIES, type Visibility } from './names'
import { inSentence } from './sentence'

/** Reads the command line and runs one verb. @returns the exit code: 2 for wrong usage. @throws Halt */
export async function main(argv: readonly string[]): Promise<number> {
  let code = 0
  const program = buildProgram((exit) => {
    code = exit
  })
  try {
    await program.parseAsync([...argv])
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw inSentence(error)
  }
}

// The table of contents: every verb is a file of its own, loaded when it is called.
function buildProgram(exit: (code: number) => void): Command {
  const program = new Command('forum')
    .description("Marginalia's tool for its operator. It works beside a running server and without one.")
    .exitOverride()
    .helpCommand(false)
    .addHelpText(
      'after',
      `\nThe database is that of DATABASE_URL, else the forum's own. FORUM_URL is the address put into links.`,
    )

  program
    .command('import')
    .description('makes an essay of a text file (UTF-8, paragraphs between blank lines)')
    .argument('<file>')
    .option('--slug <slug>', 'its name in addresses; else the front matter says, else it is made from the title')
    .option('--author <handle>', 'who may publish its revisions; may be repeated', repeated, [])
    .addOption(
      new Option('--visibility <who>', 'everybody, whoever has the address, or members only').choices(VISIBILITIES),
    )
    .action(
      (file: string, { slug, author, visibility }: { slug?: string; author: string[]; visibility?: Visibility }) =>
        inForum(async () => {
          const { importEssay } = await import('./import')
          const made = await importEssay(file, {
            authorHandles: author,
            ...(slug === undefined ? {} : { slug }),
            ...(visibility === undefined ? {} : { visibility }),
          })
          console.log(`Imported ${made.slug}: ${number(made.paragraphs, 'paragraph')}.`)
        }),
    )

  program
    .command('publish')
    .description('publishes a text file as the next revision of an essay; threads stay with their paragraphs')
    .argument('<essay>', 'its slug')
    .argument('<file>')
    .option('--note <note>', 'what changed, for readers')
    .action((essay: string, file: string, { note }: { note?: string }) =>
      inForum(async () => console.log(await (await import('./publish')).publish(essay, file, note))),
    )

  program
    .command('align')
    .description('reads JSON lines {"id","old":[…],"new":[…]}, writes for each {"id","map":[…],"kinds":[…]}')
    .action(async () => (await import('./align')).alignCommand(process.stdin, process.stdout))

  const seed = program.command('seed').description('fills the forum for trying it out').helpCommand(false)
  for (const name of SCENARIOS) {
    const scenario = seed.command(name).description(ABOUT_SCENARIO[name])
    if (name === 'empty') scenario.option('--reset', 'deletes the comments that are there')
    scenario.action(({ reset }: { reset?: boolean }) => {
      // Scenarios are played faster than people write. No server runs in this process: there is nothing to protect.
      Object.assign(process.env, { LIMITS: 'off', HOST: '127.0.0.1' })
      return inForum(async () => console.log(await (await import('./seed')).seed(name, { reset: reset === true })))
    })
  }
  seed
    .command('bulk')
    .description('many comments on one paragraph, fast, for measuring')
    .requiredOption('--comments <n>', 'how many', wholeNumber)
    .requiredOption('--paragraph <ordinal>', '1, 2, 3 … as the essay reads now', wholeNumber)
    .option('--essay <slug>', 'the essay', FIRST_ESSAY)
    .option('--replies <share>', 'how many of them answer another one, 0 to 0.95', share, 0.4)
    .action((options: { comments: number; paragraph: number; essay: string; replies: number }) =>
      inForum(async (url) => console.log(await (await import('./seed-bulk')).seedBulk(url, options))),
    )

  const user = program.command('user').description('people').helpCommand(false)
  user
    .command('add')
    .description('adds a person; the last line is an address that signs them in, once, within a day')
    .argument('<handle>', 'letters and digits, with - or _ between them')
    .addOption(new Option('--role <role>', 'what they are').choices(ROLES))
    .option('--email <address>', 'their e-mail')
    .option('--name <name>', 'the name that is shown; else the handle')
    .action((handle: string, options: { role?: Role; email?: string; name?: string }) =>
      inForum(async () => {
        const added = await (await import('./user-add')).userAdd(handle, options)
        console.log(`Added ${added.handle}. This address signs them in, once, within 24 hours:\n${added.link}`)
      }),
    )

  program
    .command('role')
    .description('makes a person a member, a moderator or an owner; the public log says so')
    .argument('<handle>')
    .addArgument(new Argument('<role>').choices(ROLES))
    .option('--essay <slug...>', 'a moderator of these essays only')
    .action((handle: string, role: Role, { essay }: { essay?: string[] }) =>
      inForum(async () => {
        const changed = await (await import('./role')).changeRole(handle, role, essay)
        console.log(`${changed.handle} is now ${role === 'owner' ? 'an' : 'a'} ${role}.`)
      }),
    )

  program
    .command('drop-second-step')
    .description('for somebody who lost app, passkeys and recovery codes: signing in asks them for one thing again')
    .argument('<handle>')
    .action((handle: string) =>
      inForum(async () => {
        const dropped = await (await import('./drop-second-step')).dropSecondStepOf(handle)
        console.log(`${dropped.handle} signs in without a second step. Their passkeys stay.`)
      }),
    )

  program
    .command('token')
    .description('makes an API token for a person; it is the last line and is shown only now')
    .argument('<handle>')
    .option('--name <name>', 'what it is for', 'bin/forum')
    .action((handle: string, { name }: { name: string }) =>
      inForum(async () => console.log(await (await import('./token')).makeToken(handle, name))),
    )

  program
    .command('owner-link')
    .description('makes a new one-time link to become the owner; the one before it stops working')
    .action(() =>
      inForum(async () => {
        const link = await (await import('./owner-link')).ownerLink()
        console.log(link ?? 'The forum has an owner already.')
        if (link === null) exit(1)
      }),
    )

  program
    .command('mail-refused')
    .description('lists addresses that a mail server refused for good, which get no news; --clear sends there again')
    .option('--clear <address>', 'one of them')
    .action(({ clear }: { clear?: string }) =>
      inForum(async () => {
        const { clearRefused, listRefused } = await import('./mail-refused')
        if (clear === undefined) console.log((await listRefused()) || 'None.')
        else if (await clearRefused(clear)) console.log(`News goes to ${clear} again.`)
        else {
          console.log(`${clear} is not among them.`)
          exit(1)
        }
      }),
    )

  program
    .command('backup')
    .description('writes everything in the database into one file, as it is at this moment')
    .argument('<file>')
    .option('--force', 'replaces a file that is there')
    .addHelpText('after', '\nThe secrets in .data/secrets.json are not in it: keep a copy of them beside it.')
    .action((file: string, { force }: { force?: boolean }) =>
      inForum(async (url) =>
        console.log(await (await import('./backup')).backup(url, file, { force: force === true })),
      ),
    )

  program
    .command('restore')
    .description('puts the forum back to a backup: loads it aside, verifies it there, then changes over')
    .argument('<file>')
    .option('--replace', 'also when the database has something in it, which is kept aside')
    .action((file: string, { replace }: { replace?: boolean }) =>
      inForum(async (url) =>
        console.log(await (await import('./restore')).restore(url, file, { replace: replace === true })),
      ),
    )

  program
    .command('verify-log')
    .description('walks the chain of the public log; exit code 1 when an entry does not fit')
    .option('--hash <hash>', 'one that was noted on an earlier day: it has to be in the chain still')
    .action(({ hash }: { hash?: string }) =>
      inForum(async () => {
        const { sentence, whole } = await (await import('./verify-log')).verify(hash)
        console.log(sentence)
        if (!whole) exit(1)
      }),
    )

  program
    .command('export')
    .description('writes an essay with its revisions and public comments as JSON lines')
    .argument('<essay>', 'its slug')
    .action((essay: string) => inForum(async () => (await import('./export')).exportEssay(essay, process.stdout)))

  program
    .command('doctor')
    .description('looks for what should not be: migrations, counters, the log, orphans; exit code 1 when it finds any')
    .option('--fix', 'sets counters right')
    .action(async ({ fix }: { fix?: boolean }) => {
      const { doctor } = await import('./doctor')
      if (!(await doctor({ fix: fix === true }))) exit(1)
    })

  return program
}

const ABOUT_SCENARIO: Record<Scenario, string> = {
  empty: 'the first essay without comments',
  lively: 'readers talking about it, in two languages',
  troubled: 'the same, and a discussion that went wrong, for the moderators',
}

async function inForum(work: (url: string) => Promise<void>): Promise<void> {
  const { withForum } = await import('./with-forum')
  await withForum(work)
}

function repeated(value: string, before: string[]): string[] {
  return [...before, value]
}

function wholeNumber(typed: string): number {
  const value = Number(typed)
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('It is a whole number from 1 on.')
  return value
}

function share(typed: string): number {
  const value = Number(typed)
  if (typed.trim() === '' || !(value >= 0 && value <= 0.95)) throw new InvalidArgumentError('It is from 0 to 0.95.')
  return value
}

const number = (count: number, one: string) => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`
