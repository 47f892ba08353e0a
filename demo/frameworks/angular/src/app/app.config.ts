import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideClientHydration } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { Brand } from './brand';
import { Numbers } from './numbers';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      [
        { path: '', component: Numbers },
        { path: 'brand', component: Brand },
      ],
      withComponentInputBinding(),
    ),
    provideClientHydration(),
  ],
};
