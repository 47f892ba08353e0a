/** The API's versions, the newest first (https://docs.withpersona.com/versioning). */
export const versions = [
  '2025-12-08',
  '2025-10-27',
  '2023-01-05',
  '2022-09-01',
  '2021-08-18',
  '2021-07-05',
  '2021-02-21',
  '2020-05-18',
] as const;

/** One of the API's versions. */
export type Version = (typeof versions)[number];

/** How the keys of an answer or an event are written. */
export const inflections = ['kebab', 'camel', 'snake'] as const;

/** One way to write keys. */
export type Inflection = (typeof inflections)[number];

/** Until 2025-10-27 answers carried all records along, and said what is personal beside `fields` too. */
export const isBefore2025 = (version: Version): boolean => version < '2025';
