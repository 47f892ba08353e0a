import { Hono } from 'hono';
import type { CarrierDesks } from './carrier-desks.js';
import { lcPhoneApi } from './lc-phone-api.js';
import { twilioApi } from './twilio-api.js';

/** What the carriers answer; requests to other paths pass through. */
export function carrierApis(desks: CarrierDesks): Hono {
  const app = new Hono();
  app.route('/phone-system', lcPhoneApi(desks));
  app.route('/', twilioApi(desks));
  return app;
}
