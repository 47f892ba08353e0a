/** How `npm run manifest` makes custom-elements.json. */
export default {
  globs: ['src/elements/**/*.ts', 'src/define.ts', 'src/index.ts'],
  litelement: true,
  plugins: [
    {
      // Files are found in any order; what is compared has to come in one. An element's own reactive state is no
      // attribute, which the analyzer takes every reactive property for.
      name: 'in-order',
      packageLinkPhase({ customElementsManifest }) {
        customElementsManifest.modules.sort((one, other) => (one.path < other.path ? -1 : 1));
        for (const declaration of customElementsManifest.modules.flatMap(({ declarations = [] }) => declarations)) {
          const inner = new Set(['held', 'isMissing']);
          declaration.attributes = declaration.attributes?.filter(({ name }) => !inner.has(name));
          if (declaration.tagName) declaration.members = declaration.members?.filter(({ name }) => !inner.has(name));
        }
      },
    },
  ],
};
