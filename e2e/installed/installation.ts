import { execFile, execFileSync } from 'node:child_process'
import { X509Certificate, createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { type LaunchOptions, chromium } from '@playwright/test'
import base from '../playwright.config.ts'

const checkout = `${import.meta.dirname}/../..`
const firstPort = Number(process.env.INSTALLED_PORT ?? '28000')

/** One installation: a copy of this checkout with an .env of its own, as somebody has it on a server. */
export class Installation {
  readonly folder: string

  constructor(readonly name: string) {
    this.folder = `${checkout}/.sarangbang/installed/${name}`
    rmSync(this.folder, { recursive: true, force: true })
    mkdirSync(this.folder, { recursive: true })
    // What git knows and what is new, as a clone would have it once it is committed.
    execFileSync('bash', [
      '-c',
      'cd "$0" && git ls-files -z --cached --others --exclude-standard | xargs -0 ls -d 2>/dev/null | tar -cf - -T - | tar -xf - -C "$1"',
      checkout,
      this.folder,
    ])
  }

  /** Ports that nobody else on this machine has, so that several can be told apart. */
  static ports() {
    return {
      HTTP_PORT: firstPort + 80,
      HTTPS_PORT: firstPort + 443,
      TURN_PORT: firstPort + 478,
      MEDIA_PORT: firstPort + 400,
    }
  }

  settings(values: Record<string, string | number>) {
    writeFileSync(
      `${this.folder}/.env`,
      Object.entries(values)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
      { mode: 0o600 },
    )
  }

  /** Runs a command of the installation; its output once it has ended well. */
  async runs(command: string, ...args: string[]) {
    const { stdout } = await promisify(execFile)(command, args, {
      cwd: this.folder,
      env: { ...process.env, COMPOSE_PROJECT_NAME: this.name },
      maxBuffer: 64 * 1024 * 1024,
    })
    return stdout.trim()
  }

  /** Runs a command that has to fail, and answers what it says about it. */
  async refuses(command: string, ...args: string[]) {
    return this.runs(command, ...args).then(
      () => Promise.reject(new Error(`${command} ${args.join(' ')} did not fail`)),
      (failure: { stderr?: string }) => failure.stderr ?? String(failure),
    )
  }

  /** With VERSION, images of that name are there already. */
  async starts() {
    await this.runs('docker', 'compose', 'up', '--detach', '--wait', ...(process.env.VERSION ? [] : ['--build']))
  }

  async ends() {
    await this.runs('docker', 'compose', '--profile', 'keeper', 'down', '--volumes', '--remove-orphans')
  }

  /** When each container was started; changes with every restart. */
  async starting() {
    const ids = (await this.runs('docker', 'compose', 'ps', '--quiet')).split('\n')
    return this.runs('docker', 'inspect', '--format', '{{.Name}} {{.State.StartedAt}} {{.RestartCount}}', ...ids.sort())
  }

  /** A browser that trusts this installation's certificates and no others, perhaps on another host of the network. */
  async browser(options: LaunchOptions = {}) {
    const names = (
      await this.runs('docker', 'compose', 'exec', '-T', 'nginx', 'sh', '-c', 'cat /certificates/*/fullchain.pem')
    )
      .split(/(?=-----BEGIN)/)
      .map((pem) => new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' }))
      .map((key) => createHash('sha256').update(key).digest('base64'))
    const launch = base.use?.launchOptions ?? {}
    return chromium.launch({
      ...launch,
      ...options,
      args: [
        ...(launch.args ?? []),
        `--ignore-certificate-errors-spki-list=${names.join(',')}`,
        ...(options.args ?? []),
      ],
    })
  }
}
