import type { NextConfig } from 'next';

const config: NextConfig = {
  // The demo host; a site of your own answers `/api/identity` itself, or its proxy does.
  async rewrites() {
    if (process.env.NODE_ENV !== 'development') return [];
    return [{ source: '/api/:path*', destination: 'http://localhost:4000/api/:path*' }];
  },
};

export default config;
