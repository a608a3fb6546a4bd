// Lays the built web app out twice: /plain with a .gz beside each text, for nginx's gzip_static, and /brotli with the same
// names but compressed contents, so that nginx needs no brotli module and the name alone gives the content type.
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const [from, to] = process.argv.slice(2)
const texts = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest'])

cpSync(from, join(to, 'plain'), { recursive: true, preserveTimestamps: true })
for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name)
  if (!entry.isFile() || !texts.has(extname(file))) continue
  const content = readFileSync(file)
  const name = relative(from, file)
  write(join(to, 'plain', `${name}.gz`), gzipSync(content, { level: 9 }), file)
  write(join(to, 'brotli', name), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }), file)
}

/** gzip_static wants both files to be of one time. */
function write(path, content, original) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  const { atime, mtime } = statSync(original)
  utimesSync(path, atime, mtime)
}
