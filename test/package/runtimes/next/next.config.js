import { resolve } from 'node:path';

// The built package is above the app, where Next would not look by itself.
export default { turbopack: { root: resolve(import.meta.dirname, '../../../..') } };
