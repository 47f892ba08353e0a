import { createSignal, For, Show } from 'solid-js';
import { Brand } from './Brand';
import { Numbers } from './Numbers';

export function App(props: { account: string }) {
  const [view, setView] = createSignal<'numbers' | 'brand'>('numbers');
  const [bought, setBought] = createSignal<string[]>([]);
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
        <Show when={view() === 'numbers'} fallback={<Brand account={props.account} />}>
          <Numbers account={props.account} onBought={(numbers) => setBought((all) => [...all, ...numbers])} />
        </Show>
        <ul id="bought">
          <For each={bought()}>{(number) => <li>{number}</li>}</For>
        </ul>
      </main>
    </>
  );
}
