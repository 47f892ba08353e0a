import { mount } from '../../host/recipes/workers.ts';
import { makeHost } from './host.js';

export default mount(makeHost(process.env));
