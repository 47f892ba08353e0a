// Stands for `lc-identity-gate/define` in a React Server Component, whose code no browser ever gets: the tag would be
// in the page, and nothing behind it.
if (globalThis.process?.env?.NODE_ENV !== 'production')
  console.warn(
    '[lc-identity-gate] "lc-identity-gate/define" was imported in a server component, so the browser does not get it. ' +
      `Import it, or "lc-identity-gate/react", in a file that begins with 'use client'.`,
  );

export {};
