/** What `check` can find, each with what it breaks and what to do. */
export const faults = {
  unreachable: 'No answer. Is the server running, and is this the address that the element has in "api"?',
  status_missing:
    'The status endpoint does not answer 200 to this account. ' +
    'Serve GET …/status?account=…&action=…, ' +
    'and give a --header that signs in somebody who may act for the account.',
  not_json: 'The answer is not JSON. The element can read nothing else; send Content-Type: application/json.',
  does_not_fit: 'The answer does not fit the contract.',
  cacheable:
    'The answer may be kept by a cache, so a verified account may be asked again, or the other way round. ' +
    'Send Cache-Control: no-store.',
  other_account: 'The status is of another account than the one asked for.',
  contradiction: '"verified" is true although the status says otherwise. Set it only for an approved inquiry.',
  verifies_anybody: 'An account nobody has ever heard of is "verified". Anybody can pass.',
  open_to_strangers: 'The status is told without signing in. Check who asks before anything else.',
  account_not_required: 'A request that names no account is not refused. Answer 400 with a problem.',
  not_a_problem:
    'A refusal is not RFC 9457 with a "code", so the element cannot tell what is wrong. ' +
    'Send application/problem+json with a code.',
  open_to_other_sites:
    'Pages of any site may read this with the user’s cookies. ' +
    'Send no Access-Control-Allow-Origin, or only for your own sites.',
  broken_stream:
    'The stream that the Link header offers is not there. ' +
    'Serve text/event-stream with status answers as data, or take the header away.',
  inquiry_by_get: 'A GET opens an inquiry. Browsers and mail scanners follow links by themselves; answer 405.',
  inquiry_by_form:
    'A form on another site can open an inquiry in the user’s name. ' +
    'Take application/json only and answer 415 to the rest.',
  inquiry_missing:
    'The inquiry endpoint does not answer 200, nor 409 with already_decided, attempts_exhausted or not_required.',
  second_inquiry:
    'Asked twice, it gives two inquiries. Each costs money, and an approval of one leaves the other open. ' +
    'Give the account’s one inquiry again.',
  webhook_missing: 'There is no webhook. Decisions made later would be learned late or never.',
  believes_unsigned:
    'An event without a signature is taken. Anybody can approve anybody. ' +
    'Check Persona-Signature against the raw body, and answer 401.',
  believes_forged:
    'An event with a wrong signature is taken. Anybody can approve anybody. ' +
    'Compare the HMAC of the raw body, and answer 401.',
  webhook_fails: 'An event that is not Persona’s makes the server fail. Answer 401.',
  bad_search_not_refused: 'A search without countryCode is not refused with 400.',
  key_not_required: 'A purchase without an Idempotency-Key is not refused with 400. A repeat would buy twice.',
  sells_unverified:
    'A +1 number is not refused to an account that is not verified. Answer 403 with the code verification_required.',
  believes_foreign:
    'An inquiry that somebody else made in the account’s name, past your server, counts for the account. ' +
    'Whoever opens your page can make one. Let those inquiries count whose ids your server got when it created them, ' +
    'and turn on "Block client-side Inquiry creation" in the template’s security settings.',
  learns_late:
    'Persona has approved the inquiry, and the status does not say so. ' +
    'Take the webhook, and ask Persona yourself when it is overdue.',
  link_unasked:
    'A one-time link is given to whoever opens the inquiry. Persona counts each as a session, and an inquiry has 25: ' +
    'make one for a request with "link": true only.',
  wastes_sessions:
    'A page that asks for another session with "renew": true costs more than one. An inquiry has 25 of them, ' +
    'then it cannot be opened again. Make one session for each renewal, and no link.',
  reads_any_size:
    'A body far larger than any that belongs here is read to its end. Strangers can fill the memory with it. ' +
    'Count while you read, and answer 413.',
  reckons_any_set:
    'Every signature that a stranger sends along is reckoned over the whole body, which keeps the server busy. ' +
    'Persona sends two at most: look at the first four of Persona-Signature.',
  streams_without_end:
    'One user may open as many streams as they like, until there are none left for others. ' +
    'Answer 503 to more than a few pages need.',
  key_for_two_orders:
    'An Idempotency-Key that came with one order is taken for another. Then a repeat may buy something else, ' +
    'or nothing. Keep the order with its key, and answer 422 with idempotency_key_reused.',
  secret_in_answer: 'The answer holds a key of yours. Whoever opens the page can read it: replace the key today.',
  token_in_status: 'The status answer holds what opens the inquiry. Only the inquiry endpoint gives that, once.',
  stack_trace: 'The answer shows the inside of your program. Answer with a problem and keep the rest for your log.',
} as const;

export type FaultCode = keyof typeof faults;
