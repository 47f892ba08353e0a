import type { MiddlewareHandler } from 'hono';

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
