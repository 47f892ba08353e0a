import './still.js';
import { afterEach, expect } from 'vitest';
import { commands, page } from 'vitest/browser';
import { type Look, looks, pictureOf } from '../../stories/looks.js';

const root = document.documentElement;
const context = document.createElement('canvas').getContext('2d')!;
const fonts = ['16px system-ui', '600 24px system-ui', '16px monospace'];
const widthIn = (font: string) => {
  context.font = font;
  return Math.round(context.measureText('Verify your identity: 0123456789').width * 100);
};
const chromium = /Chrome\/(\d+)/.exec(navigator.userAgent)?.[1] ?? '';
const obstacle = await commands.comparable({ chromium, widths: fonts.map(widthIn).join(' ') });
if (obstacle) console.warn(`The pictures of the stories are not compared: ${obstacle}.`);

/** Every story, when its play function is through, looks as in its pictures. What is about stories is no screen. */
afterEach(async ({ task }) => {
  const { storyId } = task.meta as { storyId?: string };
  if (obstacle || !storyId || storyId.startsWith('start-here-') || task.result?.state === 'fail') return;
  const before = root.style.cssText;
  try {
    for (const look of looks) {
      await put(look);
      await expect(root).toMatchScreenshot(pictureOf(storyId, look));
    }
  } finally {
    root.style.cssText = before;
    root.dir = '';
    await commands.forceColours(false);
    await page.viewport(1280, 900);
  }
});

async function put(look: Look): Promise<void> {
  await page.viewport(look.width, look.height);
  await commands.forceColours('isForced' in look);
  // Only what is seen without scrolling: long lists say the same again and again.
  const scheme = 'isDark' in look ? 'dark' : 'light';
  root.style.cssText = `block-size: ${look.height}px; overflow: hidden; color-scheme: ${scheme}`;
  root.dir = 'isRtl' in look ? 'rtl' : 'ltr';
  scrollTo(0, 0);
  await new Promise(requestAnimationFrame);
}
