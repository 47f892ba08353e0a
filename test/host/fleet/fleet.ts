import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import type { BuyerOrders, BuyerWord } from './mishaps.js';
import type { OrderBuyerWord, OrderOrders } from './order-words.js';

const root = join(import.meta.dirname, '../../..');

/** The processes of a test: a carrier and those that buy at it. */
export class Fleet {
  // Where the packages are found from.
  readonly #dir = join(root, 'node_modules/.cache', `fleet-${crypto.randomUUID()}`);
  readonly #running = new Set<ChildProcess>();

  /** Builds what the processes run, once: starting them from source would cost more than what they do. */
  async build(): Promise<void> {
    const at = (name: string) => join(import.meta.dirname, name);
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      build: {
        ssr: true,
        outDir: this.#dir,
        rolldownOptions: {
          input: { carrier: at('carrier.ts'), buyer: at('chaos-buyer.ts'), orders: at('order-buyer.ts') },
        },
      },
    });
  }

  /** Starts a carrier; gives its port. */
  async carrier(): Promise<number> {
    const one = this.#start('carrier.js', 'ignore');
    const [line] = (await once(createInterface({ input: one.stdout as NodeJS.ReadableStream }), 'line')) as [string];
    return Number(line);
  }

  /** Starts a process that buys these keys and tells what becomes of them. */
  buyer(orders: BuyerOrders, keys: string[], hear: (word: BuyerWord, one: ChildProcess) => void): ChildProcess {
    const one = this.#start('buyer.js', 'pipe', JSON.stringify(orders));
    one.stdin?.on('error', () => {});
    one.stdin?.write(`${keys.join('\n')}\n`);
    createInterface({ input: one.stdout as NodeJS.ReadableStream }).on('line', (line) =>
      hear(JSON.parse(line) as BuyerWord, one),
    );
    return one;
  }

  /** Starts a whole host that is asked for these orders, and tells what it answers and what happens. */
  orderBuyer(orders: OrderOrders, errands: object[], hear: (word: OrderBuyerWord) => void): ChildProcess {
    const one = this.#start('orders.js', 'pipe', JSON.stringify(orders));
    one.stdin?.on('error', () => {});
    one.stdin?.write(errands.map((errand) => `${JSON.stringify(errand)}\n`).join(''));
    createInterface({ input: one.stdout as NodeJS.ReadableStream }).on('line', (line) =>
      hear(JSON.parse(line) as OrderBuyerWord),
    );
    return one;
  }

  /** Those that live, the carrier among them. */
  get living(): ChildProcess[] {
    return [...this.#running];
  }

  /** Ends what still lives. A stopped process dies of this too. */
  close(): void {
    for (const one of this.#running) one.kill('SIGKILL');
    rmSync(this.#dir, { recursive: true, force: true });
  }

  #start(file: string, stdin: 'pipe' | 'ignore', ...words: string[]): ChildProcess {
    const one = spawn(process.execPath, [join(this.#dir, file), ...words], { stdio: [stdin, 'pipe', 'inherit'] });
    this.#running.add(one);
    one.once('close', () => this.#running.delete(one));
    return one;
  }
}

/** What a carrier has sold, by key. */
export async function soldAt(carrier: number): Promise<Record<string, number>> {
  return (await (await fetch(`http://127.0.0.1:${carrier}/`)).json()) as Record<string, number>;
}
