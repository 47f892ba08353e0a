// Dates stand in these pages as they are at one place, wherever they are made.
process.env.TZ = 'UTC';

const { writeStates } = await import('./state-pages.js');
writeStates();
