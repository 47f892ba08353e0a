import { Component } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';

@Component({
  selector: 'app-root',
  imports: [RouterLink, RouterOutlet],
  template: `
    <nav>
      <a routerLink="/" queryParamsHandling="preserve">Numbers</a>
      <a routerLink="/brand" queryParamsHandling="preserve">Brand</a>
    </nav>
    <main><router-outlet /></main>
  `,
})
export class App {}
