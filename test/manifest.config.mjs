import { readFileSync } from 'node:fs';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import ts from 'typescript';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Where a source file is in the package. */
const published = (path) => path.replace(/^\.?\/?(src\/)?/, 'dist/esm/').replace(/\.ts$/, '.js');

/** What a page may name: the entries, the elements, their events. */
const isPublic = ({ path, declarations = [] }) =>
  /^src\/(index|define)\.ts$/.test(path) ||
  declarations.some(({ tagName, superclass }) => tagName || superclass?.name === 'LcEvent');

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile('tsconfig.json', ts.sys.readFile).config,
  ts.sys,
  '.',
);
const program = ts.createProgram(['src/index.ts', 'src/define.ts', 'src/frameworks/self.d.ts'], options);
const checker = program.getTypeChecker();
const { NoTruncation, UseSingleQuotesForStringLiteralType, InTypeAlias } = ts.TypeFormatFlags;
const isPlain = (type) =>
  (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike)) !== 0 ||
  (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0;

/** The values that a property may have, where they can be listed: an editor offers them, and knows no names of ours. */
function valuesOf(path, className, property) {
  const source = program.getSourceFile(path);
  const declared = source?.statements.find((one) => ts.isClassDeclaration(one) && one.name?.text === className);
  const member = declared?.members.find((one) => one.name && ts.isIdentifier(one.name) && one.name.text === property);
  if (!member) return undefined;
  const type = checker.getTypeAtLocation(member);
  const parts = type.isUnion() ? type.types : [type];
  if (!parts.every(isPlain)) return undefined;
  return checker.typeToString(type, undefined, NoTruncation | UseSingleQuotesForStringLiteralType | InTypeAlias);
}

/** Whether a module gives a value of that name: a type is in no file that runs. */
function isValue(path, name) {
  const source = program.getSourceFile(path);
  const symbol = source && checker.getSymbolAtLocation(source);
  const exported = symbol && checker.getExportsOfModule(symbol).find((one) => one.name === name);
  if (!exported) return true;
  const origin = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  return (origin.flags & ts.SymbolFlags.Value) !== 0;
}

/** How `npm run manifest` makes custom-elements.json, and from it what editors read. */
export default {
  globs: ['src/elements/**/*.ts', 'src/define.ts', 'src/index.ts'],
  litelement: true,
  plugins: [
    {
      // Files are found in any order; what is compared has to come in one. An element's own reactive state is no
      // attribute, which the analyzer takes every reactive property for.
      name: 'what-is-public',
      packageLinkPhase({ customElementsManifest: manifest }) {
        manifest.modules = manifest.modules.filter(isPublic).sort((one, other) => (one.path < other.path ? -1 : 1));
        const inner = new Set(['held', 'isMissing', 'offeredCountries', 'shownCountry']);
        for (const module of manifest.modules) {
          module.exports = module.exports?.filter(({ name }) => isValue(module.path, name));
          module.declarations = module.declarations?.filter(({ kind }) => kind === 'class');
          for (const declaration of module.declarations ?? []) {
            declaration.members = declaration.members?.filter(
              ({ name, privacy }) => privacy !== 'private' && privacy !== 'protected' && !inner.has(name),
            );
            // One without a name is what the code fires and the comment describes already.
            declaration.events = declaration.events?.filter(({ name }) => name);
            declaration.attributes = declaration.attributes?.filter(({ name }) => !inner.has(name));
            for (const one of [...(declaration.members ?? []), ...(declaration.attributes ?? [])]) {
              const values = valuesOf(module.path, declaration.name, one.fieldName ?? one.name);
              if (values && one.type) one.type.text = values;
            }
          }
        }
        const isPath = (key, value) => (key === 'path' || key === 'module') && typeof value === 'string';
        manifest.modules = JSON.parse(
          JSON.stringify(manifest.modules, (key, value) => (isPath(key, value) ? published(value) : value)),
        );
      },
    },
    customElementVsCodePlugin({ outdir: '.', cssFileName: null, hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: '.', hideLogs: true, packageJson: false, version }),
  ],
};
