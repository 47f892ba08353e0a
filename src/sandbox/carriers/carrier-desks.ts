import type { DeskParts } from '../desks/desk-parts.js';
import { CallDesk } from './call-desk.js';
import { CarrierScenarioDesk } from './carrier-scenario-desk.js';
import { SaleDesk } from './sale-desk.js';

/** The desks of the local carriers, and what they share: what both APIs and the console work with. */
export interface CarrierDesks extends DeskParts {
  sales: SaleDesk;
  scenarios: CarrierScenarioDesk;
  calls: CallDesk;
}

/** Sets up the desks of the local carriers. */
export function makeCarrierDesks({ store, clock, log }: DeskParts): CarrierDesks {
  const parts = { store, clock, log };
  const scenarios = new CarrierScenarioDesk(store);
  return { ...parts, scenarios, sales: new SaleDesk(parts), calls: new CallDesk(parts, scenarios) };
}
