import { mount } from '../../../../../../../host/recipes/next.ts';
import { identity } from '../../../../identity.js';

export const { GET, POST } = mount(identity);
