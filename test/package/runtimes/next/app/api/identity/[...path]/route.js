import { mount } from '../../../../../../../host/recipes/next.ts';
import { host } from '../../../../host.js';

export const { GET, POST } = mount(host);
