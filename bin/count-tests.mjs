// Prints every suite with its count, from the reports that the runners wrote; a part that ran nothing is a failure.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [root, ...parts] = process.argv.slice(2)
const suites = []

for (const module of readdirSync(root).sort()) {
  const reports = join(root, module, 'target/surefire-reports')
  if (!existsSync(reports) || !parts.includes('java')) continue
  for (const file of readdirSync(reports).filter((it) => /^TEST-.*\.xml$/.test(it)).sort()) {
    const head = readFileSync(join(reports, file), 'utf8').match(/<testsuite [^>]*>/s)[0]
    const number = (name) => Number(head.match(new RegExp(`\\b${name}="(\\d+)"`))?.[1] ?? 0)
    const failed = number('errors') + number('failures')
    const skipped = number('skipped')
    suites.push({
      part: 'java',
      name: `${module} ${head.match(/\bname="([^"]*)"/)[1].split('.').pop()}`,
      passed: number('tests') - failed - skipped,
      failed,
      skipped,
    })
  }
}

const webReport = join(root, '.sarangbang/reports/web.json')
if (existsSync(webReport)) {
  for (const file of JSON.parse(readFileSync(webReport, 'utf8')).testResults) {
    const count = (status) => file.assertionResults.filter((it) => it.status === status).length
    suites.push({
      part: 'web',
      name: `web ${file.name.replace(/.*\/src\//, '')}`,
      passed: count('passed'),
      failed: count('failed'),
      skipped: file.assertionResults.length - count('passed') - count('failed'),
    })
  }
}

for (const run of ['e2e', 'e2e-oidc', 'deployed', 'backup', 'firewall']) {
  const e2eReport = join(root, `.sarangbang/reports/${run}.json`)
  if (!existsSync(e2eReport)) continue
  const walk = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(walk)]
  for (const file of JSON.parse(readFileSync(e2eReport, 'utf8')).suites) {
    const specs = walk(file)
    const passed = specs.filter((it) => it.ok && it.tests.every((test) => test.status !== 'skipped')).length
    const failed = specs.filter((it) => !it.ok).length
    suites.push({ part: run.split('-')[0], name: `${run} ${file.title}`, passed, failed, skipped: specs.length - passed - failed })
  }
}

const edgeReport = join(root, '.sarangbang/reports/edge.xml')
if (existsSync(edgeReport)) {
  const number = (name) => Number(readFileSync(edgeReport, 'utf8').match(new RegExp(`<!-- ${name} (\\d+) -->`))[1])
  suites.push({ part: 'edge', name: 'nginx and coturn', passed: number('pass'), failed: number('fail') + number('cancelled'), skipped: number('skipped') })
}

const matrixReport = join(root, '.sarangbang/reports/matrix.txt')
if (existsSync(matrixReport)) {
  const lines = readFileSync(matrixReport, 'utf8').split('\n')
  const number = (result) => lines.filter((it) => it.startsWith(result.padEnd(6))).length
  suites.push({ part: 'matrix', name: 'faults that the doctor names', passed: number('ok'), failed: number('WRONG'), skipped: number('skip') })
}

console.log('')
for (const it of suites) {
  console.log(`${String(it.passed).padStart(5)} passed ${String(it.failed).padStart(3)} failed ${String(it.skipped).padStart(3)} skipped  ${it.name}`)
}
const total = (key) => suites.reduce((sum, it) => sum + it[key], 0)
const empty = parts.filter((it) => !suites.some((suite) => suite.part === it))
for (const it of empty) console.log(`${it}: no test ran`)
console.log(`${total('passed')} passed, ${total('failed')} failed${total('skipped') ? `, ${total('skipped')} skipped` : ''}`)
process.exit(empty.length || total('failed') || total('skipped') ? 1 : 0)
