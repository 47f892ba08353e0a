import 'lc-identity-gate/define';
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';

@Component({
  selector: 'app-unseen-faults',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <!-- fault: a misspelt property in a template -->
    <lc-number-purchase [acount]="'loc_1'" />
    <!-- fault: a wrong mode in a template -->
    <lc-number-purchase [mode]="'many'" />
  `,
})
export class UnseenFaults {}
