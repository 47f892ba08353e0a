import { Refusal } from './problem.js';

/** How deep JSON may go, arrays and objects counted: Persona's events are a dozen levels deep. */
const deepest = 64;

const tooLarge = (most: number) => new Refusal(413, 'too_large', `The body is too large. Send at most ${most} bytes.`);

/**
 * The bytes of a request's body, empty when something has read it before, and read no further than they are allowed;
 * throws a 413, at once when the request says that it has more.
 */
export async function readBody(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (request.bodyUsed) return new Uint8Array();
  try {
    return await countedBytes(request, most);
  } catch (error) {
    // An adapter knows of it only now, and each runtime has its own words. A broken connection is another matter.
    if (/unusable|already|disturbed|locked/i.test((error as Error).message)) return new Uint8Array();
    throw error;
  }
}

async function countedBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > most) throw tooLarge(most);
  const source = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (source) {
    const { value, done } = await source.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      // Whoever sends it may go on for ever; nobody waits for that.
      void source.cancel().catch(() => {});
      throw tooLarge(most);
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** The value of a text from outside, or undefined when it is not JSON or too deep for whoever walks through it. */
export function parseJson(text: string): unknown {
  if (isDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether brackets outside of strings nest deeper than allowed: one pass, and no expression that could run wild. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') quoted = !quoted;
    else if (quoted) at += letter === '\\' ? 1 : 0;
    else if (letter === '[' || letter === '{') depth += 1;
    else if (letter === ']' || letter === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
