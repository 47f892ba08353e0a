import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from './free-port.js';

/**
 * The demo in a process of its own, which can be killed as a power cut would, and started again on what it had written.
 */
export class DemoProcess {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'shop-journey-'));
  readonly #ports: { PORT: string; SANDBOX_PORT: string };
  #child: ChildProcess | undefined;

  static async start(): Promise<DemoProcess> {
    const demo = new DemoProcess(String(await freePort()), String(await freePort()));
    await demo.start();
    return demo;
  }

  private constructor(port: string, sandboxPort: string) {
    this.#ports = { PORT: port, SANDBOX_PORT: sandboxPort };
  }

  get url(): string {
    return `http://localhost:${this.#ports.PORT}`;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts'], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { ...process.env, ...this.#ports, DATA_DIR: this.#dataDir, TEMPLATE: 'plain' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    await new Promise<void>((ready, failed) => {
      let said = '';
      const listen = (data: Buffer) => {
        said += data;
        if (said.includes('The demo is ready')) ready();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => failed(new Error(`The demo ended: ${said}`)));
    });
  }

  /** Ends the process at once, whatever it is at. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}
