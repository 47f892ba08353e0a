/** @jsxImportSource hono/jsx */
import type { CarrierCall, CarrierRequest } from '../records/carrier-request.js';
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

const calls: Record<CarrierCall, string> = {
  search: 'search',
  purchase: 'purchase',
  list: 'list of numbers',
  fetch: 'one number',
  update: 'settings of a number',
  release: 'give a number back',
  pools: 'number pools',
  addresses: 'addresses',
  prices: 'prices',
  unknown: 'something else',
};

/** What a status of HTTP means to whoever reads along; the status itself is the tooltip. */
function answerName(status: number | null): string {
  if (status === null) return 'none, the connection was cut';
  if (status < 400) return 'done';
  return status < 500 ? 'refused' : 'failed';
}

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
          columns={['Number', 'Status', 'Account', 'Sold by', 'When']}
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
          columns={['Request', 'Number or country', 'Account', 'Answer', 'When']}
          rows={requests.map(({ carrier, what, about, account, status, at }) => [
            `${apis[carrier]}: ${calls[what]}`,
            about || '–',
            account || '–',
            <span title={String(status ?? '')}>{answerName(status)}</span>,
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

/** What is chosen, in the list's own words, with its number and how often it still happens. */
const scenarioWords = (chosen: string): string =>
  chosen
    .split(',')
    .map((step) => {
      const [, name = '', number, left] = /^([^:*]+)(?::([^*]+))?(?:\*(.+))?$/.exec(step) ?? [];
      const said = [carrierScenarios[name]?.does ?? step, number && `(${number})`, left && `${left} more`];
      return said.filter(Boolean).join(' ');
    })
    .join(' ');

const ScenarioForm = ({ chosen }: Pick<CarriersPageProps, 'chosen'>) => (
  <div class="card">
    {chosen.map(([target, scenario]) => (
      <form method="post" action="/dashboard/carriers/scenario" class="chosen">
        <input type="hidden" name="target" value={target} />
        <span>
          For {targetName(target)}: <strong>{scenarioWords(scenario)}</strong>
        </span>
        <button type="submit">{`End it for ${targetName(target)}`}</button>
      </form>
    ))}
    <form method="post" action="/dashboard/carriers/scenario" class="fields">
      <label>
        What should happen
        <select name="name">
          {Object.entries(carrierScenarios).map(([name, { does }]) => (
            <option value={name}>{does}</option>
          ))}
        </select>
      </label>
      <label>
        How many seconds, or one of how many calls, where that is asked
        <input name="number" inputmode="decimal" autocomplete="off" />
      </label>
      <label>
        How many times (always, when empty)
        <input name="times" inputmode="numeric" autocomplete="off" />
      </label>
      <label>
        For which number or account (everybody, when empty)
        <input name="for" autocomplete="off" />
      </label>
      <button type="submit" class="primary">
        Start
      </button>
    </form>
  </div>
);
