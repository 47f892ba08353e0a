import type { BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import { heardIn } from './journey-ears.js';

/**
 * Heard or not as the machine is fast or slow: what passes by, and the demo's own badge, which says where the account
 * stands.
 */
const passing =
  /: (heading “(Uploading|Checking) your|.*There is nothing you need to do|Looking for numbers|(Verified|Not verified|In review|Declined|Started)$)/;

/** Somebody who goes through a page by keyboard and ear alone, and what they heard. */
export class BlindVisitor {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #transcript: string[] = [];
  #read = 0;
  /** Where in the transcript the last key stands. */
  #sinceKey = 0;

  constructor(page: Page) {
    this.#page = page;
    this.#context = page.context();
  }

  /** Waits until something is heard that was not heard before the last key. */
  async hears(words: RegExp, timeout = 30_000): Promise<void> {
    const isHeard = () => {
      this.#listen();
      return this.#transcript.slice(this.#sinceKey).some((line) => words.test(line));
    };
    await expect.poll(isHeard, { timeout, message: `${words} is heard` }).toBe(true);
  }

  /** Presses Tab until what is heard to have the focus is what is looked for. */
  async tabTo(name: RegExp): Promise<void> {
    this.notes(`Tab … ${name.source.replace(/[\\^$]/g, '')}`);
    const heard = heardIn(this.#context);
    for (let stop = 0; stop < 60; stop += 1) {
      if (name.test(this.#focus)) {
        // The stops on the way are not what was listened for.
        const onTheWay = heard.slice(this.#read).filter((line) => line.startsWith('says: '));
        this.#read = heard.length;
        this.#transcript.push(...[...onTheWay, this.#focus].map((line) => `    ${line}`));
        return;
      }
      const before = heard.length;
      await this.#page.keyboard.press('Tab');
      // A frame's last stop leads to one that is not heard.
      await expect
        .poll(() => heard.length, { timeout: 2000 })
        .toBeGreaterThan(before)
        .catch(() => {});
    }
    throw new Error(`Tab never reaches ${name}.`);
  }

  async press(key: string): Promise<void> {
    this.notes(key);
    await this.#page.keyboard.press(key);
  }

  async types(text: string): Promise<void> {
    this.notes(`types ${text}`);
    await this.#page.keyboard.type(text);
  }

  /** Goes to something and presses Enter on it. */
  async chooses(name: RegExp): Promise<void> {
    await this.tabTo(name);
    await this.press('Enter');
  }

  /** Puts down what happens besides. */
  notes(line: string): void {
    this.#listen();
    this.#sinceKey = this.#transcript.push(line);
  }

  /**
   * The transcript, without what differs from run to run: which number of the area code it is, how many there are,
   * when.
   */
  get transcript(): string {
    this.#listen();
    return `${this.#transcript
      .filter((line) => !passing.test(line))
      .join('\n')
      .replace(/\((\d{3})\) 555-\d{4}/g, '($1) 555-01··')
      .replace(/\d+\+ numbers?/g, '··+ numbers')
      .replace(/https?:\S+?(?=”)/g, 'https://··')
      .replace(/Number pool of [^”]+/g, 'Number pool of ··')
      .replace(/until \w+ \d+, \d{4} at [\d:]+\s[AP]M/g, 'until ··')}\n`;
  }

  /** Takes over what was heard since. */
  #listen(): void {
    const heard = heardIn(this.#context);
    this.#transcript.push(...heard.slice(this.#read).map((line) => `    ${line}`));
    this.#read = heard.length;
  }

  get #focus(): string {
    return heardIn(this.#context).findLast((line) => line.startsWith('focus: ')) ?? '';
  }
}
