import 'lc-identity-gate/define';
import { render } from 'solid-js/web';
import { App } from './App';

const account = new URLSearchParams(location.search).get('account') ?? 'loc_1';

render(() => <App account={account} />, document.getElementById('root') as HTMLElement);
