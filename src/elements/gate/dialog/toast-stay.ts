/** How long the confirmation after the verification stays while nobody is at it, in milliseconds. */
const toastTime = 10_000;

/** Where it may stand: the values of `inset`, the middle of the lower edge first. */
const spots = [
  'auto 16px 24px',
  'auto 16px 24px auto',
  'auto auto 24px 16px',
  '24px 16px auto',
  '24px 16px auto auto',
  '24px auto auto 16px',
];

/** How far apart the points are that are looked at, in pixels: closer than a line of text is high. */
const step = 14;

/** What one presses or looks at, whether it has words or not. */
const things = 'a, button, input, select, textarea, label, summary, iframe, img, svg, canvas, video';

/** Whether something stands at this point that one might press or read. */
function isTaken(x: number, y: number): boolean {
  let element = document.elementFromPoint(x, y);
  let inner = element?.shadowRoot?.elementFromPoint(x, y);
  while (inner && inner !== element) {
    element = inner;
    inner = element.shadowRoot?.elementFromPoint(x, y);
  }
  if (!element) return false;
  const isText = [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
  return isText || element.closest(things) !== null;
}

/** How much the confirmation would cover where it stands. */
function covered(toast: HTMLElement): number {
  const { left, top, right, bottom } = toast.getBoundingClientRect();
  let count = 0;
  for (let x = left; x <= right; x += step) for (let y = top; y <= bottom; y += step) count += Number(isTaken(x, y));
  return count;
}

/**
 * Lets the confirmation stand where it covers nothing, or the least, until somebody closes it or has had the time to
 * read it: as long as the pointer or the focus is on it, it stays. A pointer that it came under by chance keeps
 * nothing.
 */
export function stay(toast: HTMLElement, hide: () => void): void {
  const { style } = toast;
  style.pointerEvents = 'none';
  let [best, least] = ['', Infinity];
  for (const spot of spots) {
    style.inset = spot;
    const count = covered(toast);
    if (count < least) [best, least] = [spot, count];
    if (count === 0) break;
  }
  style.inset = best;
  style.pointerEvents = '';

  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPointed = false;
  const wait = () => {
    clearTimeout(timer);
    if (!isPointed && !toast.matches(':focus-within')) timer = setTimeout(hide, toastTime);
  };
  for (const name of ['pointermove', 'pointerleave', 'focusin', 'focusout'])
    toast.addEventListener(name, ({ type }) => {
      if (type.startsWith('p')) isPointed = type === 'pointermove';
      wait();
    });
  wait();
}
