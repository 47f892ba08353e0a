'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { createContext, type ReactNode, useContext, useState } from 'react';

const Bought = createContext<{ bought: string[]; add: (numbers: string[]) => void }>({ bought: [], add: () => {} });

/** The numbers bought so far; they outlive a change of the page. */
export const useBought = () => useContext(Bought);

export function Shell({ children }: { children: ReactNode }) {
  const [bought, setBought] = useState<string[]>([]);
  const query = useSearchParams().toString();
  const to = (path: string) => (query ? `${path}?${query}` : path);
  return (
    <Bought value={{ bought, add: (numbers) => setBought((before) => [...before, ...numbers]) }}>
      <nav>
        <Link href={to('/')}>Numbers</Link> <Link href={to('/brand')}>Brand</Link>
      </nav>
      <main>{children}</main>
    </Bought>
  );
}
