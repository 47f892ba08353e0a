import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { looks } from './looks.js';
import { home, picturesOf, wall } from './picture-wall.js';

interface Index {
  entries: Record<string, { id: string; type: string; title: string }>;
}

const meta: Meta<{ look: string }> = {
  title: 'Start here/All pictures',
  tags: ['!autodocs', '!test'],
  args: { look: looks[0].name },
  argTypes: {
    look: {
      control: 'inline-radio',
      options: looks.map(({ name }) => name),
      description: 'Width, and what is otherwise',
    },
  },
  // Storybook's own list of its stories; while single stories are tested there is none.
  loaders: [async () => (await fetch(new URL('index.json', home))).json()],
  render: ({ look }, { loaded }) => {
    const shown = looks.filter(({ name }) => name === look);
    return html`
      <h1>Every story ${shown[0]?.says}</h1>
      ${groupsOf(loaded as Index).map(
        ([title, stories]): TemplateResult =>
          wall(
            title,
            '',
            stories.map((story) => picturesOf(story, shown)),
          ),
      )}
    `;
  },
};
export default meta;

/** The stories of elements by their groups. */
function groupsOf({ entries }: Index): [title: string, stories: string[]][] {
  const stories = Object.values(entries).filter(({ type, title }) => type === 'story' && !/^Start here/.test(title));
  const titles = [...new Set(stories.map(({ title }) => title))];
  return titles.map((title) => [title, stories.filter((one) => one.title === title).map(({ id }) => id)]);
}

/** As the tests compare them; see `npm run pictures`. */
export const EveryStory: StoryObj<{ look: string }> = {};
