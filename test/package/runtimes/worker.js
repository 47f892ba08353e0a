import { env } from 'cloudflare:workers';
import { mount } from '../../host/recipes/workers.ts';
import { makeHost } from './host.js';

export default mount(makeHost(env));
