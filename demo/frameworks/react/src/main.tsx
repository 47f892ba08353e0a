import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';

const account = new URLSearchParams(location.search).get('account') ?? 'loc_1';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App account={account} />
  </StrictMode>,
);
