import { ApiError, api } from './api.js';
import { follow, oneAtATime } from './follow.js';
import { nameOf } from './names.js';
import { keepChoices, takeChoices } from './preferences.js';
import { entry, showStatus } from './show-text.js';
import { word, writeWords } from './words.js';

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const status = element<HTMLSelectElement>('stuck-status');
const notice = element('notice');
/** How often the page looks again by itself, in ms: what the server is told comes from no tab. */
const pace = 3000;

const at = (time: string) =>
  new Date(time).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });

async function show(): Promise<void> {
  const [{ accounts }, { events }] = await Promise.all([api.stuck({ status: status.value }), api.events()]);
  element('stuck').replaceChildren(
    ...accounts.map(({ account, status: is, since }) => {
      const item = entry([
        ['strong', nameOf(account)],
        ['span', at(since)],
        ['small', ''],
      ]);
      showStatus(item.lastElementChild as HTMLElement, is, word(`status.${is}`));
      return item;
    }),
  );
  element('stuck-none').hidden = accounts.length > 0;
  element('told').replaceChildren(
    ...events.map(({ type, account, at: time }) =>
      entry([
        ['time', at(time)],
        ['strong', nameOf(account)],
        ['span', word(`told.${type}`)],
      ]),
    ),
  );
  element('told-none').hidden = events.length > 0;
}

const attempt = oneAtATime(async () => {
  try {
    await show();
    notice.hidden = true;
  } catch (error) {
    notice.textContent = error instanceof ApiError ? error.message : word('offline');
    notice.hidden = false;
  }
});

takeChoices();
keepChoices();
writeWords('operatorTitle');
status.addEventListener('change', () => void attempt());
follow(() => void attempt());
setInterval(() => document.hidden || void attempt(), pace);
