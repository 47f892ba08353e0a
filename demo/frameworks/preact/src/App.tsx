import { useState } from 'preact/hooks';
import { Brand } from './Brand';
import { Numbers } from './Numbers';

export function App({ account }: { account: string }) {
  const [view, setView] = useState<'numbers' | 'brand'>('numbers');
  const [bought, setBought] = useState<string[]>([]);
  return (
    <>
      <nav>
        <button type="button" onClick={() => setView('numbers')}>
          Numbers
        </button>
        <button type="button" onClick={() => setView('brand')}>
          Brand
        </button>
      </nav>
      <main>
        {view === 'numbers' ? (
          <Numbers account={account} onBought={(numbers) => setBought((all) => [...all, ...numbers])} />
        ) : (
          <Brand account={account} />
        )}
        <ul id="bought">
          {bought.map((number, index) => (
            <li key={`${number} ${index}`}>{number}</li>
          ))}
        </ul>
      </main>
    </>
  );
}
