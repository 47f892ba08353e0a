const letters = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** What the stand-in needs of Node's `Buffer`, which a page has not. */
export class PageBuffer extends Uint8Array {
  static override from(source: unknown, encoding?: unknown): PageBuffer {
    if (typeof source !== 'string') return new PageBuffer(source as Uint8Array<ArrayBuffer>);
    if (encoding === 'latin1') return PageBuffer.from(Array.from(source, (letter) => letter.charCodeAt(0)));
    if (encoding === 'base64') return PageBuffer.from(atob(source), 'latin1');
    return PageBuffer.from(new TextEncoder().encode(source));
  }

  static alloc(length: number): PageBuffer {
    return new PageBuffer(length);
  }

  static concat(parts: Uint8Array[]): PageBuffer {
    const whole = new PageBuffer(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  override toString(encoding = 'utf8'): string {
    if (encoding === 'latin1') return letters(this);
    if (encoding === 'hex') return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('');
    if (encoding === 'base64url')
      return btoa(letters(this)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    return new TextDecoder().decode(this);
  }

  readUInt32BE(at = 0): number {
    return new DataView(this.buffer, this.byteOffset).getUint32(at);
  }
}

// As Node has it: whoever names `Buffer` means this one.
Object.assign(globalThis, { Buffer: globalThis.Buffer ?? PageBuffer });
