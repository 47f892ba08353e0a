import type { MiddlewareHandler } from 'hono';
import { problem } from '../../src/host/index.js';
import { ownHosts } from '../../src/sandbox/own-hosts.js';

/**
 * What a careful site sends. The gate needs of it `frame-src` and the camera for Persona's origin, and Lit its one
 * Trusted Types policy; no `unsafe-…` anywhere.
 */
export function securityHeaders(personaOrigin: string): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `frame-src ${personaOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  return async (context, next) => {
    await next();
    context.res.headers.set('content-security-policy', policy);
    context.res.headers.set(
      'permissions-policy',
      `camera=(self "${personaOrigin}"), microphone=(self "${personaOrigin}"), geolocation=()`,
    );
    context.res.headers.set('referrer-policy', 'same-origin');
    context.res.headers.set('x-content-type-options', 'nosniff');
  };
}

/**
 * Answers only what was sent to the demo's own address, before anybody is given a cookie: a site that leads its name to
 * this computer would otherwise be the demo's page in the visitor's browser. A site in the open puts its own name here.
 */
export function ownHostOnly(origin: string): MiddlewareHandler {
  const isOurs = ownHosts(origin);
  return async (context, next) => {
    // Persona's events are signed, and those that come through a tunnel bear the tunnel's name.
    if (isOurs(context.req.header('host')) || context.req.path === '/api/identity/webhook') return next();
    return problem(421, 'misdirected', `The demo is at ${origin}.`);
  };
}
