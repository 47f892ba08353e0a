import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { looks, pictureOf } from '../../stories/looks.js';
import { gateStates, purchaseStates, searchStates } from '../../stories/state-map.js';
import { storyIds } from '../helpers/story-ids.js';

const pictures = new URL('../../stories/pictures/', import.meta.url);
const stories = storyIds().filter((id) => !id.startsWith('start-here-'));

describe('the map of all states', () => {
  const maps = { gateStates, purchaseStates, searchStates };

  it.each(Object.entries(maps))('names only stories that there are: %s', (_, states) => {
    const named = Object.values(states).flat();
    expect(named.filter((id) => !stories.includes(id))).toEqual([]);
  });

  it('names no story twice for a state', () => {
    for (const states of Object.values(maps))
      for (const named of Object.values(states)) expect(new Set(named).size).toBe(named.length);
  });
});

describe.skipIf(!existsSync(new URL('machine.json', pictures)))('the pictures of the stories', () => {
  it('are of every story in every look, and of nothing else', () => {
    const wanted = stories.flatMap((story) => looks.map((look) => `${pictureOf(story, look)}.png`));
    const found = readdirSync(pictures).filter((file) => file.endsWith('.png'));
    expect(found.sort()).toEqual(wanted.sort());
  });
});
