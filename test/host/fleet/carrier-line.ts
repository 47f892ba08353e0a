import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * An open connection to the carrier. Its bytes leave with the call, so that nothing but the call itself stands between
 * a last look at the lease and the sale.
 */
export class CarrierLine {
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  static async open(port: number): Promise<CarrierLine> {
    const socket = connect(port, '127.0.0.1').setNoDelay().setEncoding('utf8');
    socket.on('error', () => {});
    await once(socket, 'connect');
    return new CarrierLine(socket);
  }

  /** Asks and gives the answer's `sale`. */
  ask(method: 'GET' | 'POST', path: string, key: string): Promise<string | null> {
    const answered = this.#answer();
    this.#socket.write(`${method} ${path}?key=${key} HTTP/1.1\r\nhost: carrier.test\r\n\r\n`);
    return answered;
  }

  async #answer(): Promise<string | null> {
    let text = '';
    for (;;) {
      const [chunk] = (await once(this.#socket, 'data')) as [string];
      text += chunk;
      const [, length] = /content-length: (\d+)/i.exec(text) ?? [];
      const start = text.indexOf('\r\n\r\n') + 4;
      if (length && start > 3 && text.length >= start + Number(length)) {
        return (JSON.parse(text.slice(start)) as { sale: string | null }).sale;
      }
    }
  }
}
