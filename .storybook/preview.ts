import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { FORCE_REMOUNT, GLOBALS_UPDATED } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import manifest from '../custom-elements.json';
import '../src/define.js';
import { languages } from '../src/locales/languages.js';
import { setPageLanguage } from '../stories/page-language.js';
import { controlsOf } from './controls.js';
import './preview.css';

setCustomElementsManifest(manifest);

// An element takes its words when it opens: another language begins the story anew.
const channel = addons.getChannel();
let language = 'en';
let storyId = '';
channel.on(GLOBALS_UPDATED, ({ globals }: { globals: { language: string } }) => {
  if (globals.language === language) return;
  language = globals.language;
  channel.emit(FORCE_REMOUNT, { storyId });
});

const schemes: Record<string, string> = { auto: 'light dark', light: 'light', dark: 'dark' };

/** A language's name, as those who speak it write it. */
const nameOf = (tag: string): string => new Intl.DisplayNames(tag, { type: 'language' }).of(tag)!;

const viewport = (name: string, width: number, height: number) => ({
  name,
  styles: { width: `${width}px`, height: `${height}px` },
});

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'padded',
    options: {
      storySort: {
        order: [
          'Start here',
          ['Introduction', 'Theme', 'All states', 'All pictures'],
          'Identity gate',
          ['Whole flow', 'First screen', 'Screens', 'During the checks', 'Obstacles', 'Before and after'],
          'Number purchase',
          ['Search', 'Pool', 'Purchase', 'Coming back'],
        ],
      },
    },
    a11y: { test: 'error' },
    controls: { sort: 'requiredFirst', expanded: true },
    // A frame for each story: a modal dialog would cover all others, and the play function brings up the screen.
    docs: {
      story: { inline: false, height: '720px' },
      extractArgTypes: (tagName: string) => controlsOf(manifest, tagName),
    },
    viewport: {
      options: {
        w1280: viewport('1280', 1280, 800),
        w768: viewport('768', 768, 1024),
        w375: viewport('375', 375, 812),
        w320: viewport('320', 320, 640),
      },
    },
  },
  globalTypes: {
    language: {
      description: 'Language of the page',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: Object.keys(languages).map((value) => ({ value, title: nameOf(value) })),
      },
    },
    theme: {
      description: 'Theme of the element and the page',
      toolbar: {
        title: 'Theme',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'As the system' },
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
  },
  initialGlobals: { language: 'en', theme: 'auto' },
  // Before anything renders: an element takes its words when it opens.
  loaders: [({ globals }) => setPageLanguage(globals.language as string)],
  decorators: [
    (story, { args, globals, id }) => {
      storyId = id;
      document.documentElement.style.colorScheme = schemes[globals.theme] ?? '';
      return story({ args: { ...args, theme: globals.theme } });
    },
  ],
};

export default preview;
