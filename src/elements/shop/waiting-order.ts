import { underWayPrefix } from '../../core/shop/intent-names.js';

/** Whether an order of an earlier visit waits to go on. */
export function isUnderWay(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(underWayPrefix));
  } catch {
    return false; // this page may not store anything
  }
}
