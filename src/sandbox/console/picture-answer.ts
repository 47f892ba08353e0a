import { apiError } from '../resources/json-api.js';
import type { Store } from '../state/store.js';

const types: Record<string, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  pdf: 'application/pdf',
};

/** A kept picture as an answer; it is never run as a page. */
export function pictureAnswer(store: Store, id: string): Response {
  const type = types[id.split('.').at(-1) ?? ''];
  try {
    if (!type) throw new Error('not a kind we keep');
    const bytes = store.readFile(id);
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': type,
        'x-content-type-options': 'nosniff',
        'content-disposition': type.startsWith('image/') ? 'inline' : 'attachment',
      },
    });
  } catch {
    return apiError(404, 'Record not found', `There is no picture "${id}".`);
  }
}
