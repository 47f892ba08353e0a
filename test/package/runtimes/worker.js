import { env } from 'cloudflare:workers';
import { mount } from '../../host/recipes/workers.ts';
import { makeIdentity } from './identity.js';

export default mount(makeIdentity(env));
