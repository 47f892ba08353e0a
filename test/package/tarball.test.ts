import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import ts from 'typescript';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { kycWalk } from '../sandbox/kyc-walk.js';
import { licenceBack } from '../sandbox/licence.js';
import { png } from '../sandbox/pictures.js';
import { callsOf } from '../sandbox/running-sandbox.js';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'lc-identity-gate-'));
const inFolder = (program: string, ...words: string[]) =>
  execFileSync(program, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** How a command ends: what it said, where, and its exit code. */
async function endOf(...words: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn('npx', ['--no-install', 'lc-identity-gate', ...words], { cwd: folder });
  const [out, err] = [child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray());
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out: (await out!).join(''), err: (await err!).join('') };
}

// What an integrator gets: the files that npm would publish, installed where nothing else is.
describe('the package from its tarball', () => {
  beforeAll(() => {
    const [{ filename }] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'site', private: true, type: 'module' }));
    inFolder('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('brings what the elements and the server half need, and nothing of the stand-in', () => {
    const modules = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(modules).toEqual(expect.arrayContaining(['lc-identity-gate', 'lean-qr', 'lit', 'persona', 'zod']));
    expect(
      modules.filter((name) =>
        ['zxing-wasm', 'bwip-js', 'jpeg-js', 'pngjs', 'image-size', 'hono', '@hono', 'playwright-core'].includes(name),
      ),
    ).toEqual([]);
  });

  it('gives the stand-in and the server half to plain Node', () => {
    const code = `const sandbox = await import('lc-identity-gate/sandbox');
      const host = await import('lc-identity-gate/host');
      console.log(typeof sandbox.startSandbox, typeof sandbox.completeInquiry, typeof host.createIdentityHost);`;
    expect(inFolder(process.execPath, '--input-type=module', '-e', code).trim()).toBe('function function function');
  });

  it('has types that name nothing that is not installed, whatever a compiler looks into', () => {
    const entries = ['', '/define', '/host', '/sandbox', '/jsx', '/locales/en'].map(
      (entry) => `lc-identity-gate${entry}`,
    );
    writeFileSync(join(folder, 'entries.mts'), entries.map((entry) => `import '${entry}';`).join('\n'));
    const options: ts.CompilerOptions = {
      noEmit: true,
      strict: true,
      skipLibCheck: false,
      // TypeScript's own description of the web is no business of ours, and most of the work.
      skipDefaultLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: ts.ModuleKind.NodeNext,
      types: [],
    };
    const program = ts.createProgram([join(folder, 'entries.mts')], options);
    const said = ts
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
    expect(said).toEqual([]);
    expect(
      program.getSourceFiles().filter(({ fileName }) => fileName.includes('/lc-identity-gate/dist/types/')).length,
    ).toBeGreaterThan(50);
  });

  it('explains itself with --help', async () => {
    const { code, out } = await endOf('sandbox', '--help');
    expect(code).toBe(0);
    for (const word of [
      'Usage: lc-identity-gate sandbox',
      '--port',
      '--webhook',
      '--lan',
      '--scenario',
      'webhook-reordered',
    ])
      expect(out).toContain(word);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('says what it would write into a site', async () => {
    const { code, out } = await endOf('init', '--dry-run');
    expect(code).toBe(0);
    for (const word of ['Found: a plain page', 'server/identity.js', 'numbers.html', 'Fill in'])
      expect(out).toContain(word);
    expect(out).not.toContain('npm install lc-identity-gate');
  });

  it.each([
    [['sandbox', '--prot', '1'], "Unknown option '--prot'"],
    [['sandbox', '--port', 'many'], '--port must be a number from 0 to 65535, not "many".'],
    [['sandbox', '--scenario', 'sleep'], 'There is no scenario "sleep".'],
    [['serve'], 'There is no command "serve".'],
  ])('says in a line what is wrong with %j', async (words, message) => {
    const { code, out, err } = await endOf(...words);
    expect(code).toBeGreaterThan(0);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at /m);
  });

  describe('as a running stand-in', () => {
    let child: ChildProcess | undefined;
    afterEach(() => void child?.kill());

    it('serves pages and API, checks a barcode, and logs what happens', async () => {
      let log = '';
      child = spawn(
        process.execPath,
        [
          join(folder, 'node_modules/lc-identity-gate/dist/sandbox/cli.js'),
          'sandbox',
          '--port',
          '0',
          '--key',
          'key-1',
          '--template',
          'itmpl_1',
          '--webhook',
          'http://localhost:9/hook',
        ],
        { cwd: folder },
      );
      child.stdout!.setEncoding('utf8').on('data', (text: string) => {
        log += stripVTControlCharacters(text);
      });
      const said = (pattern: RegExp) => expect.poll(() => log, { timeout: 20_000 }).toMatch(pattern);
      await said(/Try it +http:\/\/localhost:\d+\/verify\?inquiry-template-id=itmpl_1/);
      await said(/Webhooks go to +http:\/\/localhost:9\/hook/);
      const origin = /http:\/\/localhost:\d+/.exec(log)![0];
      const page = await fetch(`${origin}/verify?inquiry-template-id=itmpl_1`);
      const script = /src="([^"]+)"/.exec(await page.text())![1]!;
      expect((await fetch(origin + script)).status).toBe(200);
      const pictures = [png(), (await licenceBack()).buffer];
      const { inquiryId, checks } = await kycWalk(
        { ...callsOf({ origin, apiKey: 'key-1' }), kycTemplateId: '' },
        { templateId: 'itmpl_1', referenceId: 'loc_1', idClass: 'dl', pictures },
      );
      expect(checks).toContainEqual(expect.objectContaining({ name: 'id_barcode_detection', status: 'passed' }));
      const at = `\\d\\d:\\d\\d:\\d\\d  ${inquiryId.slice(0, 11)}`;
      for (const what of ['● created  for loc_1', '✓ government id passed', '● pending  for loc_1'])
        await said(new RegExp(`${at} ${what}`));
      await said(/→ inquiry\.created no answer, will try again/);
      expect(existsSync(join(folder, 'sandbox.json'))).toBe(false);
    });
  });
});
