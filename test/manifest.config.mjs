/** How `npm run manifest` makes custom-elements.json. */
export default {
  globs: ['src/elements/**/*.ts', 'src/define.ts', 'src/index.ts'],
  litelement: true,
  plugins: [
    {
      // Files are found in any order; what is compared has to come in one.
      name: 'in-order',
      packageLinkPhase({ customElementsManifest }) {
        customElementsManifest.modules.sort((one, other) => (one.path < other.path ? -1 : 1));
      },
    },
  ],
};
