/** How every story is pictured: each width and scheme, both directions and forced colours, in as few as that takes. */
export const looks = [
  { name: '1280', width: 1280, height: 800, says: 'on a computer' },
  { name: '375-dark', width: 375, height: 812, isDark: true, says: 'on a phone, in dark colours' },
  { name: '320-rtl', width: 320, height: 640, isRtl: true, says: 'on a small phone, from right to left' },
  { name: '768-forced', width: 768, height: 1024, isForced: true, says: 'on a tablet, in forced colours' },
] as const;

export type Look = (typeof looks)[number];

/** The file of a story's picture, without its ending; the story by its id, whose `--` Vitest would write as one. */
export const pictureOf = (story: string, look: Pick<Look, 'name'>): string =>
  `${story.replace('--', '-')}__${look.name}`;
