// What the guides tell people to type exists: commands, variables, links, cause names. And both languages tell the same.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = process.argv[2]
const read = (file) => readFileSync(join(root, file), 'utf8')
const wrong = []
const all = (text, pattern) => [...text.matchAll(pattern)].map((it) => it[1])

/** Every file below these folders, in one text. */
function contents(...folders) {
  return folders
    .flatMap((folder) => {
      if (!existsSync(join(root, folder))) return []
      if (statSync(join(root, folder)).isFile()) return [read(folder)]
      return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((it) => it.isFile())
        .map((it) => readFileSync(join(it.parentPath, it.name), 'utf8'))
    })
    .join('\n')
}

const settings = new Set([
  ...all(read('.env.example'), /^#?([A-Z][A-Z0-9_]*)=/gm),
  ...all(contents('docker-compose.yml', 'deploy'), /\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b/g),
])
const causes = new Set(all(existsSync(join(root, 'docs/doctor.md')) ? read('docs/doctor.md') : '', /`([a-z]+(?:-[a-z0-9]+)+)`/g))
const services = new Set(all(contents('docker-compose.yml', 'deploy/compose'), /^ {2}([a-z][a-z-]*):/gm))

function commandsOf(text) {
  return all(text, /^ *```sh\n([^]*?)```/gm).map((block) =>
    block
      .split('\n')
      .map((line) => line.replace(/^ +|\s+#.*$/g, '').trimEnd())
      .filter((line) => line && !line.startsWith('#')),
  )
}

function check(file) {
  const text = read(file)
  const complain = (what) => wrong.push(`${file}: ${what}`)
  for (const command of new Set(all(text, /(?<![\w./-])(bin\/[a-z][a-z-]*)/g)))
    if (!existsSync(join(root, command)) || !(statSync(join(root, command)).mode & 0o111)) complain(`${command} doesn't exist`)
  const variables = [...all(text, /`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)(?:=[^`]*)?`/g), ...commandsOf(text).flat().flatMap((it) => all(it, /^([A-Z][A-Z0-9_]*)=/g))]
  for (const name of new Set(variables))
    if (!settings.has(name) && !notOurs.has(name)) complain(`nothing knows the variable ${name}`)
  for (const link of new Set(all(text, /\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)))
    if (!existsSync(join(root, dirname(file), link))) complain(`the link ${link} leads nowhere`)
  for (const anchor of new Set(all(text, /\]\(#([^)]+)\)/g)))
    if (!anchors(text).has(anchor)) complain(`no heading for #${anchor}`)
  for (const service of new Set(all(text, /docker compose (?:logs|exec|restart|cp) (?:-\S+ )*([a-z][a-z-]*)/g)))
    if (!services.has(service)) complain(`there is no container ${service}`)
  return text
}

const anchors = (text) =>
  new Set(all(text, /^#+ (.*)$/gm).map((it) => it.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-')))

// words in capitals that are no settings: of iptables, of bin/dev
const notOurs = new Set(['REJECT', 'PORT'])

for (const file of ['README.ko.md', 'README.md']) check(file)

const guides = ['docs/self-hosting.ko.md', 'docs/self-hosting.md']
const [korean, english] = guides.map(check)
for (const [index, text] of [korean, english].entries())
  for (const cause of new Set(all(text, /`([a-z0-9]+(?:-[a-z0-9]+)+)`/g)))
    if (!causes.has(cause)) wrong.push(`${guides[index]}: docs/doctor.md doesn't know ${cause}`)
// Placeholders in a language's own words may differ; everything else that is typed is the same.
const typed = (text) => JSON.stringify(commandsOf(text).map((block) => block.map((it) => it.replace(/(?<==)(made by|the) .*|(?<=Bearer ).*|(?<=age1)[^ ]*|[^ -~].*/u, ''))))
if (typed(korean) !== typed(english)) wrong.push(`${guides.join(' and ')} tell different commands`)
if (korean.match(/^#+ /gm).length !== english.match(/^#+ /gm).length) wrong.push(`${guides.join(' and ')} have different sections`)

for (const it of wrong) console.error(it)
console.log(wrong.length ? `guides: ${wrong.length} things wrong` : 'guides: what they name exists')
process.exit(wrong.length ? 1 : 0)
