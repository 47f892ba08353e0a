/** An account of the demo, as the server lists it. */
export interface Account {
  id: string;
  kind: 'new' | 'verified' | 'review' | 'declined' | 'exempt';
  /** Where its verification stands, in Persona's word; `exempt` where it needs none. */
  status: string;
  /** What it has registered with carriers. */
  registered: string[];
}

/** An order of the current account, as the host shows it. */
export interface Order {
  id: string;
  status: 'waiting' | 'buying' | 'done' | 'failed' | 'expired' | 'cancelled';
  numbers: {
    phoneNumber: string;
    countryCode?: string;
    numberType?: string;
    locality?: string | null;
    region?: string | null;
  }[];
  pool?: { name: string };
  receipt?: { numbers: { phoneNumber: string; status: string }[] };
}

/** An account whose verification stands somewhere, for the operator. */
export interface StuckAccount {
  account: string;
  status: string;
  inquiryId: string;
  since: string;
}

/** What the host has told `onEvent`. */
export interface ToldEvent {
  id: string;
  type: string;
  account: string;
  at: string;
}

/** The server said no; `message` is its words, made for people, `code` for the page. */
export class ApiError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : null,
  });
  const answer = (await response.json()) as T & { code?: string; detail?: string };
  if (!response.ok)
    throw new ApiError(answer.code ?? 'error', answer.detail ?? `The server answered ${response.status}.`);
  return answer;
}

const of = (account: string) => new URLSearchParams({ account }).toString();

/** The demo server's routes. */
export const api = {
  accounts: () => call<{ accounts: Account[]; rule: { completed: string } | null }>('GET', '/api/accounts'),
  orders: (account: string) => call<{ orders: Order[] }>('GET', `/api/identity/orders?${of(account)}`),
  stuck: (query: Record<string, string>) =>
    call<{ accounts: StuckAccount[] }>('GET', `/api/operator/accounts?${new URLSearchParams(query)}`),
  events: () => call<{ events: ToldEvent[] }>('GET', '/api/operator/events'),
  status: (account: string) =>
    call<{ status: string; verified: boolean; required: boolean }>('GET', `/api/identity/status?${of(account)}`),
  register: (account: string, action: string) => call('POST', '/api/registrations', { account, action }),
  decide: (account: string, decision: string) => call('POST', '/api/reviews', { account, decision }),
  setRule: (completed: string) => call('PUT', '/api/rule', { completed }),
  reset: () => call<{ accounts: Account[] }>('POST', '/api/reset', {}),
};
