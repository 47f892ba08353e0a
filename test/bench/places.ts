import { performance } from 'node:perf_hooks';
import { findPlaces } from '../../src/places/index.js';

// What a question for places costs, without HTTP: the first, which reads the data, then as people type.
const typed = [
  'chicago',
  'san francisco',
  'Springfield, MO',
  'montréal',
  '90210',
  '4155550100',
  'toll free',
  'pheonix',
];
const questions = typed.flatMap((text) => [...text].map((_, end) => text.slice(0, end + 1))).concat('asdfghjkl', 'sa');
const rounds = 200;

const timed = (q: string): number => {
  const begun = performance.now();
  findPlaces({ q });
  return performance.now() - begun;
};

console.log(`the first question  ${timed('chicago').toFixed(0)} ms`);
const times = Array.from({ length: rounds }, () => questions.map(timed))
  .flat()
  .sort((one, other) => one - other);
const at = (part: number) => `${(times[Math.floor(times.length * part)] ?? Number.NaN).toFixed(2)} ms`;
console.log(`${times.length.toLocaleString('en')} others        p50 ${at(0.5)}   p99 ${at(0.99)}`);
