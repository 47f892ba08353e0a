const line = new TextEncoder().encode('data: changed\n\n');

/** Tells every open page that there is something new to read, and nothing of what it is. */
export class Changes {
  readonly #pages = new Set<ReadableStreamDefaultController<Uint8Array>>();

  /** Something has changed: an account, an order, a rule. */
  tell(): void {
    for (const page of this.#pages) page.enqueue(line);
  }

  /** A page that listens from now on, as server-sent events. */
  listen(): Response {
    let page: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        page = controller;
        this.#pages.add(page);
        // The headers go out with the first bytes: the page knows by them that it is heard.
        page.enqueue(new TextEncoder().encode(': welcome\n\n'));
      },
      cancel: () => void this.#pages.delete(page),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
  }

  /** Ends all of it. */
  close(): void {
    for (const page of this.#pages) page.close();
    this.#pages.clear();
  }
}
