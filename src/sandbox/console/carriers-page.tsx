/** @jsxImportSource hono/jsx */
import type { CarrierRequest } from '../records/carrier-request.js';
import { carrierScenarios } from '../records/carrier-scenarios.js';
import type { CarrierName, Sale } from '../records/sale.js';
import { ConsolePage } from './console-page.js';
import { Badge, Empty, Table, Time } from './page-parts.js';

interface CarriersPageProps {
  /** Every sale, newest first. */
  sales: Sale[];
  /** The last requests, newest first. */
  requests: CarrierRequest[];
  /** What is chosen, by whom it is for: a number, `for` and an account, or the empty text for all. */
  chosen: [target: string, scenario: string][];
  /** What was wrong with the scenario that somebody has just chosen. */
  mistake?: string;
}

const apis: Record<CarrierName, string> = { 'lc-phone': 'LC Phone', twilio: 'Twilio' };

/** The local carriers: what they have sold, what they were asked, and what goes otherwise. */
export const CarriersPage = ({ sales, requests, chosen, mistake }: CarriersPageProps) => (
  <ConsolePage title="Carriers" place="carriers">
    {mistake && (
      <p class="notice bad" role="alert">
        {mistake}
      </p>
    )}
    <ScenarioForm chosen={chosen} />
    <h2>Sold numbers</h2>
    <div class="card">
      {sales.length ? (
        <Table
          columns={['Number', 'Status', 'Owner', 'Sold by', 'When']}
          rows={sales.map((sale) => [
            sale.phoneNumber,
            <Badge word={sale.releasedAt === null ? 'sold' : 'released'} />,
            sale.owner,
            apis[sale.carrier],
            <Time at={sale.at} />,
          ])}
        />
      ) : (
        <Empty>None yet. A number appears here as soon as a site or a test buys it.</Empty>
      )}
    </div>
    <h2>Last requests</h2>
    <div class="card">
      {requests.length ? (
        <Table
          columns={['Request', 'About', 'For', 'Answer', 'When']}
          rows={requests.map(({ carrier, what, about, account, status, at }) => [
            `${apis[carrier]}: ${what}`,
            about || '–',
            account || '–',
            status === null ? 'connection cut' : String(status),
            <Time at={at} />,
          ])}
        />
      ) : (
        <Empty>Nobody has asked the carriers anything since the stand-in was started.</Empty>
      )}
    </div>
  </ConsolePage>
);

/** Whom a chosen scenario is for, in words. */
const targetName = (target: string): string => (target === '' ? 'everybody' : target.replace(/^for /, ''));

const ScenarioForm = ({ chosen }: Pick<CarriersPageProps, 'chosen'>) => (
  <div class="card">
    {chosen.map(([target, scenario]) => (
      <form method="post" action="/dashboard/carriers/scenario" class="chosen">
        <input type="hidden" name="target" value={target} />
        <span>
          <strong>{scenario}</strong> is played for {targetName(target)}
        </span>
        <button type="submit">{`End ${scenario}`}</button>
      </form>
    ))}
    <form method="post" action="/dashboard/carriers/scenario" class="fields">
      <label>
        What goes otherwise
        <select name="name">
          {Object.entries(carrierScenarios).map(([name, { does }]) => (
            <option value={name}>{`${name} – ${does}`}</option>
          ))}
        </select>
      </label>
      <label>
        Its number, where it has one (seconds, or calls)
        <input name="number" inputmode="decimal" autocomplete="off" />
      </label>
      <label>
        How many times; empty for always
        <input name="times" inputmode="numeric" autocomplete="off" />
      </label>
      <label>
        For a number, a location or an account; empty for everybody
        <input name="for" autocomplete="off" />
      </label>
      <button type="submit" class="primary">
        Play it
      </button>
    </form>
  </div>
);
