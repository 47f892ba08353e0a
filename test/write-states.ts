import { writeStates } from './state-pages.js';

// Dates stand in these pages as they are at one place, wherever they are made.
process.env.TZ = 'UTC';
writeStates();
