import { z } from 'zod'
import { run, type Verdict } from './tool'

const Report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
})

/** Known vulnerabilities of what the forum runs with. A machine without an advisory service checks the rest all the same. */
export async function checkVulnerabilities(): Promise<Verdict> {
  const { ok, output } = await run('npm', ['audit', '--omit=dev', '--audit-level=high', '--json', '--loglevel=silent'])
  const report = Report.safeParse(parse(output))
  if (!report.success) return { ok: true, output, note: 'not checked: no advisory service reachable' }
  if (ok) return { ok, output }
  const serious = Object.entries(report.data.vulnerabilities).filter(([, { severity }]) =>
    /high|critical/.test(severity),
  )
  const lines = serious.map(([name, { severity, range }]) => `${severity}: ${name} ${range}`)
  return { ok: false, output: `${lines.join('\n')}\n"npm audit" tells more; "npm audit fix" may mend it.` }
}

function parse(output: string): unknown {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1))
  } catch {
    return null
  }
}
