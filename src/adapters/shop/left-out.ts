import { report } from '../console.js';

/** Tells the page's engineers why a found number is not in the list; the others are. */
export const leftOut = ({ message }: Error): void => report(`${message} That number is left out.`);
