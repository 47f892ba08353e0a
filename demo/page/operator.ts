import { ApiError, api } from './api.js';
import { choice, keepChoices } from './preferences.js';
import { languageOf, word, writeWords } from './words.js';

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const status = element<HTMLSelectElement>('stuck-status');
const notice = element('notice');
/** How often the page looks again, in ms. */
const pace = 3000;

/** An entry of several texts, each in an element of its own. */
function entry(texts: [tag: string, text: string][]): HTMLLIElement {
  const item = document.createElement('li');
  for (const [tag, text] of texts) item.appendChild(document.createElement(tag)).textContent = text;
  return item;
}

const at = (time: string) => new Date(time).toLocaleString(document.documentElement.lang);

async function show(): Promise<void> {
  const [{ accounts }, { events }] = await Promise.all([api.stuck({ status: status.value }), api.events()]);
  element('stuck').replaceChildren(
    ...accounts.map(({ account, status: is, since }) =>
      entry([
        ['strong', account],
        ['span', at(since)],
        ['small', word(`status.${is}`)],
      ]),
    ),
  );
  element('stuck-none').hidden = accounts.length > 0;
  element('told').replaceChildren(
    ...events.map(({ id, type, account, at: time }) =>
      entry([
        ['time', at(time)],
        ['strong', type],
        ['span', account],
        ['code', id],
      ]),
    ),
  );
}

async function attempt(): Promise<void> {
  try {
    await show();
    notice.hidden = true;
  } catch (error) {
    notice.textContent = error instanceof ApiError ? error.message : word('offline');
    notice.hidden = false;
  }
}

document.documentElement.lang = languageOf(choice.read('lang') ?? navigator.language.slice(0, 2));
document.documentElement.dataset.theme = choice.read('theme') ?? 'auto';
keepChoices();
writeWords('operatorTitle');
status.addEventListener('change', () => void attempt());
setInterval(() => document.hidden || void attempt(), pace);
void attempt();
