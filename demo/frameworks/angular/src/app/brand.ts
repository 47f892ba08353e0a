import 'lc-identity-gate/define';
import { Component, CUSTOM_ELEMENTS_SCHEMA, input, signal } from '@angular/core';
import { accountOf, fetchAsApp } from './host';

@Component({
  selector: 'app-brand',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Brand</h1>
    <lc-identity-gate
      api="/api/identity"
      action="a2p-brand-registration"
      [account]="account()"
      [fetch]="fetch"
      [getToken]="() => 'token'"
      (verified)="verified.set(true)"
    >
      <button type="button" (click)="registered.set(true)">Register brand</button>
    </lc-identity-gate>
    @if (verified()) {
      <p id="verified">This account is verified.</p>
    }
    @if (registered()) {
      <p id="registered">Brand registered</p>
    }
  `,
})
export class Brand {
  readonly account = input('loc_1', { transform: accountOf });
  protected readonly verified = signal(false);
  protected readonly registered = signal(false);
  protected readonly fetch = fetchAsApp;
}
