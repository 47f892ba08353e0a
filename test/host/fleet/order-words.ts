/** What a process that buys by orders is told when it starts. */
export interface OrderOrders {
  /** The database. */
  url: string;
  /** The carrier it buys at: one of the two. */
  lcPhone?: { url: string; token: string };
  twilio?: { url: string; pricingUrl: string; accountSid: string; authToken: string };
}

/** What it says, line by line. */
export type OrderBuyerWord =
  | { key: string; status: number; body: string }
  | { event: string; type: string; order: string };
