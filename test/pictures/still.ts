/** What would be otherwise in each run stands still: the day, and with `timezoneId` and `locale` how it is written. */
const RealDate = globalThis.Date;
const start = RealDate.UTC(2026, 0, 15, 10);
const now = () => start + Math.round(performance.now());

class StillDate extends RealDate {
  constructor(...parts: [] | [number | string | Date]) {
    super(...((parts.length === 0 ? [now()] : parts) as [number]));
  }

  static override now(): number {
    return now();
  }
}

globalThis.Date = StillDate as DateConstructor;
