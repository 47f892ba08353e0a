import { type Carrier, type CarrierCode, carrierCodes } from '../carriers/carrier.js';
import { within } from '../carriers/deadline.js';
import { digest } from '../digest.js';
import type { PurchaseRun } from '../purchases.js';
import type { KeptOrder, KeptSale, NumberOutcome, OrderedNumber, OrderStore } from '../stores/kept-order.js';

/** What selling takes. */
export interface SellingParts {
  orders: OrderStore;
  carrier: Carrier;
  /** Asks the carrier, now, whether it has the number on sale. */
  isOnSale: (number: OrderedNumber, account: string) => Promise<boolean>;
  /** Told of refusals that somebody has to set right: a wrong key, a location without KYC. */
  onError: (error: unknown) => void;
  now: () => number;
}

/** Refusals that are about the account: its other numbers would meet the same. */
const ofTheAccount: readonly CarrierCode[] = ['payment_required', 'plan_limit'];

/** How long a try whose answer was lost may still be under way at the carrier, in ms. */
const settling = 30_000;
/** How long an order is tried again before it is given up, in ms. */
const endurance = 60 * 60_000;
/** How long a sale is taken for newer than what the carrier lists, in ms: searches are kept for seconds. */
const listed = 60_000;
/** How long a carrier may take to say what an account owns, and to sell, in ms: then nobody knows. */
const patience = 12_000;
const salePatience = 25_000;

/**
 * Buys the numbers of an order, one after the other, and goes on where an earlier run was broken off. Each number is
 * noted before it is sent, so a number that may have been bought is looked up before it is sent again; each outcome is
 * noted before the next. Rejects when it is not known what became of a number: another run has to find out.
 */
export async function sellOrder(parts: SellingParts, order: KeptOrder, run: PurchaseRun): Promise<NumberOutcome[]> {
  const sales = new Map((await parts.orders.sales(order.id)).map((sale) => [sale.phoneNumber, sale]));
  const outcomes: NumberOutcome[] = [];
  let ended: CarrierCode | undefined;
  for (const number of order.numbers) {
    const { phoneNumber } = number;
    const sale = sales.get(phoneNumber);
    const known = sale && sale.state !== 'trying' ? outcomeOf(sale) : undefined;
    const hopeless: NumberOutcome | undefined =
      ended && !sale ? { phoneNumber, status: 'failed', code: ended } : undefined;
    const outcome = known ?? hopeless ?? (await sellNumber(parts, { order, number, run, tried: sale }));
    const settled = known ?? (await parts.orders.settle(order.id, outcome, new Date(parts.now())));
    ended ??= ofTheAccount.find((code) => code === settled.code);
    outcomes.push(settled);
  }
  return outcomes;
}

interface Sale {
  order: KeptOrder;
  number: OrderedNumber;
  run: PurchaseRun;
  /** An earlier try of which nobody knows what became. */
  tried: KeptSale | undefined;
}

async function sellNumber(parts: SellingParts, { order, number, run, tried }: Sale): Promise<NumberOutcome> {
  const { orders, carrier, now, onError } = parts;
  const { phoneNumber } = number;
  const bought: NumberOutcome = { phoneNumber, status: 'purchased' };
  const failed = (code: CarrierCode): NumberOutcome => ({ phoneNumber, status: 'failed', code });
  const owns = async () => {
    const { account } = order;
    const found = await within(patience, run.signal, (signal) => carrier.owns([phoneNumber], { account, signal }));
    return [...found].includes(phoneNumber);
  };
  const isSettled = !tried || now() - tried.triedAt.getTime() > settling;

  if (tried && (await owns())) return bought;
  if (tried && isSettled && now() - (order.begunAt ?? order.createdAt).getTime() > endurance) {
    onError(new Error(`Order ${order.id} was given up: the carrier has neither sold nor refused it for an hour.`));
    return failed('purchase_failed');
  }
  const claim = () => orders.claim(order.id, phoneNumber, new Date(now()));
  if (!(await claim())) {
    // Whoever has bought it may have given it back since; then the carrier has it on sale.
    if (!(await parts.isOnSale(number, order.account))) return failed('number_unavailable');
    await orders.letGo(phoneNumber, new Date(now() - listed));
    if (!(await claim())) return failed('number_unavailable');
  }
  try {
    const idempotencyKey = await digest(JSON.stringify([order.id, phoneNumber]));
    const { account } = order;
    const { stillMine } = run;
    await within(salePatience, run.signal, (signal) =>
      carrier.buy(toBuy(order, number), { account, signal, idempotencyKey, stillMine }),
    );
    return bought;
  } catch (error) {
    const code = codeOf(error);
    // Whoever lost the order leaves the rest to the run that took over.
    run.signal.throwIfAborted();
    if (code === 'rate_limited') throw error;
    if (code === undefined) {
      if (await owns()) return bought;
      throw error;
    }
    // Whoever was overtaken may have been refused for what the run that took over has bought.
    await run.stillMine();
    // An earlier try may be the reason why the number is gone, and its sale may not be visible yet.
    if (tried && (await owns())) return bought;
    if (!isSettled) throw new Error(`An earlier try at order ${order.id} may still be under way at the carrier.`);
    if (code === 'purchase_failed' || code === 'verification_required') onError(error);
    return failed(code === 'verification_required' ? 'purchase_failed' : code);
  }
}

/** A refusal's code, of whatever class the error is; undefined when nobody knows. */
export function codeOf(error: unknown): CarrierCode | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return carrierCodes.find((known) => known === code);
}

const outcomeOf = ({ phoneNumber, state, code }: KeptSale): NumberOutcome => ({
  phoneNumber,
  status: state === 'purchased' ? 'purchased' : 'failed',
  code: code ?? undefined,
});

/** What is told of a number to the carrier: its own words, and the papers that the order names. */
function toBuy({ request }: KeptOrder, { phoneNumber, countryCode, numberType, locality, region }: OrderedNumber) {
  const { numbers = [] } = request as {
    numbers?: { phoneNumber: string; addressSid?: unknown; bundleSid?: unknown }[];
  };
  const named = numbers.find((one) => one.phoneNumber === phoneNumber);
  const paper = (sid: unknown) => (typeof sid === 'string' && /^\w{1,64}$/.test(sid) ? sid : undefined);
  const [addressSid, bundleSid] = [paper(named?.addressSid), paper(named?.bundleSid)];
  const type = (['local', 'tollFree', 'mobile'] as const).find((one) => one === numberType);
  return {
    phoneNumber,
    locality: locality ?? null,
    region: region ?? null,
    ...(countryCode && { countryCode }),
    ...(type && { numberType: type }),
    ...(addressSid && { addressSid }),
    ...(bundleSid && { bundleSid }),
  };
}
