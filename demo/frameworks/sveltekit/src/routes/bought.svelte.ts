import { createContext } from 'svelte';

/** The numbers bought so far; they outlive a change of the page, and are of one visitor on the server too. */
export class Bought {
  numbers = $state<string[]>([]);
}

export const [getBought, setBought] = createContext<Bought>();
