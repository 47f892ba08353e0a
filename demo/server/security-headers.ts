import type { MiddlewareHandler } from 'hono';

/**
 * What a careful site sends. The gate needs of it `frame-src` and the camera for Persona's origin, and Lit its one Trusted Types
 * policy; no `unsafe-…` anywhere.
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
    context.res.headers.set('Content-Security-Policy', policy);
    context.res.headers.set(
      'Permissions-Policy',
      `camera=(self "${personaOrigin}"), microphone=(self "${personaOrigin}"), geolocation=()`,
    );
    context.res.headers.set('Referrer-Policy', 'same-origin');
    context.res.headers.set('X-Content-Type-Options', 'nosniff');
  };
}
