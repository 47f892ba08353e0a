import { Injectable, signal } from '@angular/core';

/** The numbers bought so far; they outlive a change of the page. */
@Injectable({ providedIn: 'root' })
export class Bought {
  readonly numbers = signal<string[]>([]);
}
