import * as z from 'zod/mini';
import { handler } from '../handlers.js';
import { json, Refusal } from '../problem.js';

/** Longer than any place that somebody types. */
const mostTyped = 100;
/** How long an answer may be kept by the page's browser and by what stands between, in seconds: a day. */
const kept = 86_400;

const query = z.object({
  q: z.string('is missing').check(z.maxLength(mostTyped, `must have at most ${mostTyped} characters`)),
  countries: z.optional(
    z.pipe(
      z
        .string()
        .check(
          z.maxLength(1000, 'must be shorter'),
          z.regex(/^[a-z]{2}(,[a-z]{2})*$/i, 'must be countries in two letters, with commas between them'),
        ),
      z.transform((text) => text.split(',')),
    ),
  ),
  language: z.optional(
    z.string().check(z.regex(/^[a-z]{2,3}(-[a-z\d]{1,8}){0,4}$/i, 'must be a language, such as en or es-MX')),
  ),
});

/** Answers `?q=chi&countries=US,CA,PR&language=en`; throws a 400 that names the parameter that does not fit. */
export async function answerPlaces(request: Request): Promise<Response> {
  const given = [...new URL(request.url).searchParams].filter(([name, value]) => name === 'q' || value !== '');
  const parsed = query.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Refusal(400, 'invalid_request', `${String(issue?.path[0])} ${issue?.message}.`);
  }
  // A megabyte of names, which a host without the field for places never loads.
  const { findPlaces } = await import('../../places/index.js');
  return json({ places: findPlaces(parsed.data) }, 200, { 'cache-control': `public, max-age=${kept}` });
}

/**
 * The places endpoint alone, for hosts that have no `createHost`: answers `GET ?q=chi&countries=US,CA,PR&language=en`
 * with the places that may be meant. It never throws, and asks for no account, because it says nothing of anybody.
 */
export const placesEndpoint = (
  onError: (error: unknown) => void = () => {},
): ((request: Request) => Promise<Response>) => handler('GET', answerPlaces, onError);
