import type { Metadata } from 'next';
import { type ReactNode, Suspense } from 'react';
import { Shell } from './shell';

export const metadata: Metadata = { title: 'Next', icons: 'data:,' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Suspense>
          <Shell>{children}</Shell>
        </Suspense>
      </body>
    </html>
  );
}
