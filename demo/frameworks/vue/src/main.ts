import { createApp } from 'vue';
import App from './App.vue';

const account = new URLSearchParams(location.search).get('account') ?? 'loc_1';

createApp(App, { account }).mount('#root');
