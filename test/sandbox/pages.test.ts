import { describe, expect, it } from 'vitest';
import { running } from './running-sandbox.js';

async function headersOf(
  origin: string,
  path: string,
): Promise<{ ancestors: string | undefined; frameOptions: string | null; headers: Headers }> {
  const { headers } = await fetch(origin + path);
  const ancestors = /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];
  return { ancestors, frameOptions: headers.get('x-frame-options'), headers };
}

const widget = (query: Record<string, string>) => `/widget?${new URLSearchParams(query)}`;

describe('/widget', () => {
  it('lets the embedding page frame it', async () => {
    const { origin } = await running();
    expect(await headersOf(origin, widget({ 'iframe-origin': 'http://127.0.0.1:5173' }))).toMatchObject({
      ancestors: 'http://127.0.0.1:5173',
      frameOptions: null,
    });
  });

  it('lets every listed ancestor that is allowed frame it, and no other', async () => {
    const { origin } = await running();
    const path = widget({
      'iframe-origin': 'http://localhost:1',
      'frame-ancestors[0]': 'http://localhost:2',
      'frame-ancestors[1]': 'https://elsewhere.example',
    });
    expect((await headersOf(origin, path)).ancestors).toBe('http://localhost:1 http://localhost:2');
  });

  it.each([
    ['no origin', {}],
    ['an origin that is not allowed', { 'iframe-origin': 'https://elsewhere.example' }],
    ['an origin that only looks local', { 'iframe-origin': 'http://localhost.elsewhere.example' }],
    ['more than an origin', { 'iframe-origin': 'http://localhost:1; script-src *' }],
    ['a wildcard', { 'iframe-origin': '*' }],
    ['only an allowed ancestor', { 'frame-ancestors[0]': 'http://localhost:2' }],
  ])('refuses every frame for %s', async (_, query) => {
    const { origin } = await running();
    expect(await headersOf(origin, widget(query as Record<string, string>))).toMatchObject({
      ancestors: "'none'",
      frameOptions: 'DENY',
    });
  });

  it('follows an allow-list when given one', async () => {
    const { origin } = await running({ allowedOrigins: ['https://shop.example'] });
    expect((await headersOf(origin, widget({ 'iframe-origin': 'https://shop.example' }))).ancestors).toBe(
      'https://shop.example',
    );
    expect((await headersOf(origin, widget({ 'iframe-origin': 'http://localhost:1' }))).frameOptions).toBe('DENY');
  });

  it('allows no foreign code, leaks no address and stays out of caches', async () => {
    const { origin } = await running();
    const { headers } = await headersOf(origin, widget({ 'iframe-origin': 'http://localhost:1' }));
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('/verify', () => {
  it('is never framed', async () => {
    const { origin } = await running();
    expect(await headersOf(origin, '/verify?iframe-origin=http://localhost:1')).toMatchObject({
      ancestors: "'none'",
      frameOptions: 'DENY',
    });
  });
});

describe('/preload', () => {
  it('may be framed by any page', async () => {
    const { origin } = await running();
    expect(await headersOf(origin, '/preload')).toMatchObject({ ancestors: undefined, frameOptions: null });
  });
});
