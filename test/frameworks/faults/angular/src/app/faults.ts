import 'lc-identity-gate/define';
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { LcPurchasedEvent } from 'lc-identity-gate';

// Angular looks at no name and no type of what a template binds to a custom element, `[acount]` or `[mode]`. It does
// look at what a reference to the element is used for, and at the type of `$event`.
@Component({
  selector: 'app-faults',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <lc-number-purchase #shop />
    <lc-identity-gate #gate />
    <!-- fault: a misspelt property -->
    <button type="button" (click)="shop.acount = 'loc_1'">Account</button>
    <!-- fault: a wrong mode -->
    <button type="button" (click)="shop.mode = 'many'">Mode</button>
    <!-- fault: a wrong action -->
    <button type="button" (click)="gate.action = 'brand'">Action</button>
    <!-- fault: an event that is not fired -->
    <lc-number-purchase (purchase)="bought($event)" />
    <!-- fault: a detail that the event does not have -->
    <lc-number-purchase (purchased)="bought($event.detail.receipt.total)" />
    <!-- fault: the gate does not sell -->
    <lc-identity-gate (purchased)="bought($event)" />
  `,
})
export class Faults {
  protected bought(_event: LcPurchasedEvent): void {}
}
