import { type Demo, type DemoOptions, startDemo } from '../../demo/server/start-demo.js';
import { blankDatabase } from './blank-database.js';

/** A demo on free ports that decides soon and sends its events again at once, for journeys. */
export const startTestDemo = async (options: DemoOptions = {}): Promise<Demo> =>
  startDemo({
    port: 0,
    sandboxPort: 0,
    blank: await blankDatabase(),
    decisionDelay: 300,
    webhookRetryScale: 0.001,
    ...options,
  });
