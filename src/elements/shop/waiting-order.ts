/** Whether an order of an earlier visit waits to go on. */
export function isUnderWay(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith('lc-number-purchase '));
  } catch {
    return false; // this page may not store anything
  }
}
