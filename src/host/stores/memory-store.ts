import { decided, type InquiryRecord, rank, speaking } from './inquiry-record.js';
import type { IdentityStore, InquiryNews, Ticket, TrailEntry } from './store.js';

/**
 * A store that forgets everything when the process ends: for tests and for trying things out. It keeps every rule of
 * the interface within this one process.
 */
export function memoryStore(): IdentityStore {
  const turns = new Map<string, Promise<unknown>>();
  const inquiries = new Map<string, InquiryRecord>();
  const events = new Map<string, number>();
  const asked = new Map<string, number>();
  const tickets = new Map<string, Ticket>();
  const creationKeys = new Map<string, string>();
  const listeners = new Set<(account: string) => void>();
  /** When a step or a device was told last, by inquiry and kind. */
  const moves = new Map<string, number>();
  let lines: TrailEntry[] = [];
  const tell = (account: string) => {
    for (const heard of listeners) heard(account);
  };

  return {
    async exclusive(account, work) {
      // Nobody else can take it over: there is only this process.
      const held = { signal: new AbortController().signal, stillMine: async () => ({ left: () => Infinity }) };
      const turn = (turns.get(account) ?? Promise.resolve()).then(() => work(held));
      turns.set(
        account,
        turn.catch(() => {}),
      );
      return turn;
    },

    async accounts({ status, before, limit = 100 }) {
      const own = [...inquiries.values()].filter((one) => one.own);
      return [...new Set(own.map(({ account }) => account))]
        .flatMap((account) => speaking(own.filter((one) => one.account === account)) ?? [])
        .filter((one) => (!status || one.status === status) && (!before || one.newsAt < before))
        .sort((one, other) => Number(one.newsAt) - Number(other.newsAt))
        .slice(0, limit);
    },

    async inquiries(account, whose = 'own') {
      return [...inquiries.values()].filter((one) => one.account === account && (one.own || whose === 'any'));
    },

    async inquiry(inquiryId) {
      return inquiries.get(inquiryId) ?? null;
    },

    async claim(news, actor, creationKey) {
      const { inquiryId, account, status } = news;
      const old = inquiries.get(inquiryId);
      inquiries.set(inquiryId, { ...(old ?? updated(news)), account, own: true });
      if (creationKeys.get(account) === creationKey) creationKeys.delete(account);
      if (old?.own) return;
      const event = actor === 'operator' ? 'inquiry.adopted' : `inquiry.${status}`;
      lines.push({ at: new Date(), account, actor, event, inquiryId, source: null });
      tell(account);
    },

    async noteForeign(news, eventId) {
      const { inquiryId, account } = news;
      if (inquiries.has(inquiryId)) return false;
      inquiries.set(inquiryId, updated(news));
      const [actor, source] = eventId === undefined ? (['host', null] as const) : (['persona', eventId] as const);
      lines.push({ at: new Date(), account, actor, event: 'inquiry.foreign', inquiryId, source });
      return true;
    },

    async record(news, eventId) {
      if (eventId !== undefined) {
        if (events.has(eventId)) return;
        events.set(eventId, Date.now());
      }
      const { inquiryId, status } = news;
      const old = inquiries.get(inquiryId);
      if (old && isOutdated(news, old)) return;
      const kept = updated(news, old);
      inquiries.set(inquiryId, kept);
      if (old?.status === status) return;
      lines.push({
        at: new Date(),
        account: kept.account,
        actor: eventId === undefined ? 'host' : 'persona',
        event: `inquiry.${status}`,
        inquiryId,
        source: eventId ?? null,
      });
      tell(kept.account);
    },

    async moved(inquiryId, { at, ...move }) {
      const old = inquiries.get(inquiryId);
      const what = `${inquiryId} ${Object.keys(move)}`;
      if (!old || (at && (moves.get(what) ?? -Infinity) >= at.getTime())) return;
      if (at) moves.set(what, at.getTime());
      const kept = { ...old, ...move };
      inquiries.set(inquiryId, kept);
      if (kept.step !== old.step || kept.device !== old.device) tell(old.account);
    },

    async seen(eventId) {
      return events.has(eventId);
    },

    async mayAsk(account, now, interval) {
      const last = asked.get(account);
      if (last !== undefined && last > now.getTime() - interval) return false;
      asked.set(account, now.getTime());
      return true;
    },

    async ticket(account) {
      return tickets.get(account) ?? null;
    },

    async saveTicket(account, ticket) {
      tickets.set(account, ticket);
    },

    async dropTicket(account) {
      tickets.delete(account);
    },

    async creationKey(account) {
      const key = creationKeys.get(account) ?? crypto.randomUUID();
      creationKeys.set(account, key);
      return key;
    },

    async creating(account) {
      return creationKeys.has(account);
    },

    async creationDone(account, creationKey) {
      if (creationKeys.get(account) === creationKey) creationKeys.delete(account);
    },

    async listen(heard) {
      const mine = (account: string) => heard(account);
      listeners.add(mine);
      return async () => void listeners.delete(mine);
    },

    async note(entry) {
      lines.push({ at: new Date(), ...entry });
    },

    async trail(account) {
      return lines.filter((line) => line.account === account);
    },

    async prune(before) {
      for (const [eventId, at] of events) if (at < before.getTime()) events.delete(eventId);
      lines = lines.filter(({ at }) => at >= before);
    },
  };
}

/** Whether the news is older than what is kept, or no decision where there is one. */
function isOutdated({ status, asOf }: InquiryNews, old: InquiryRecord): boolean {
  const [is, was] = [rank(status), rank(old.status)];
  if (was === decided && is !== decided) return true;
  return old.newsAt > asOf || (old.newsAt.getTime() === asOf.getTime() && was > is);
}

function updated({ inquiryId, account, status, createdAt, at }: InquiryNews, old?: InquiryRecord): InquiryRecord {
  const decidedNow = rank(status) === decided ? at : null;
  return {
    inquiryId,
    account: old?.account ?? account,
    own: old?.own ?? false,
    status,
    createdAt: old?.createdAt ?? createdAt,
    newsAt: at,
    decidedAt: old?.status === status ? old.decidedAt : decidedNow,
    step: old?.step ?? null,
    device: old?.device ?? null,
  };
}
