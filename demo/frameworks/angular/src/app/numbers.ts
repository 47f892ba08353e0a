import 'lc-identity-gate/define';
import { Component, CUSTOM_ELEMENTS_SCHEMA, inject, input, signal } from '@angular/core';
import type { LcNumberPurchase, LcPurchasedEvent } from 'lc-identity-gate';
import { Bought } from './bought';
import { accountOf, fetchAsApp } from './host';

@Component({
  selector: 'app-numbers',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Numbers</h1>
    <lc-number-purchase
      api="/api/identity"
      [account]="account()"
      [countries]="['US', 'CA']"
      [labels]="labels"
      [fetch]="fetch"
      [getToken]="() => 'token'"
      (statechange)="status.set($event.detail.status)"
      (purchased)="onPurchased($event)"
    />
    <output id="status">{{ status() }}</output>
    <ul id="bought">
      @for (number of bought.numbers(); track $index) {
        <li>{{ number }}</li>
      }
    </ul>
  `,
})
export class Numbers {
  readonly account = input('loc_1', { transform: accountOf });
  protected readonly bought = inject(Bought);
  protected readonly status = signal('');
  protected readonly fetch = fetchAsApp;
  // Angular does not check the types of an element's properties in a template; they are checked here.
  protected readonly labels: LcNumberPurchase['labels'] = { purchase: { find: 'Show numbers' } };

  protected onPurchased({ detail }: LcPurchasedEvent): void {
    const numbers = detail.receipt.numbers.map(({ phoneNumber }) => phoneNumber);
    this.bought.numbers.update((before) => [...before, ...numbers]);
  }
}
