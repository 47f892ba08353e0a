import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runSandbox } from '../../src/sandbox/cli.js';
import { readArguments } from '../../src/sandbox/cli-options.js';
import { checkNames } from '../../src/sandbox/records/check-names.js';
import { contrast } from '../../src/sandbox/records/colors.js';
import { TemplateError, templatesFrom } from '../../src/sandbox/records/template-config.js';
import { contrastFaults, pageThemeOf, plainColors } from '../../src/sandbox/records/theme.js';
import { kycWalk } from './kyc-walk.js';
import { licenceBack } from './licence.js';
import { png } from './pictures.js';
import { type Json, type RunningSandbox, running, temporaryDirectory } from './running-sandbox.js';

/** An inquiry of a template by its name, just opened by a page. */
async function opened(sandbox: RunningSandbox, name: string, more: object = {}) {
  const templateId = sandbox.templateIds[name];
  const { view, sessionToken } = (await sandbox.flow('/open', { templateId, ...more })).body;
  const take = async (event: object) => (await sandbox.flow('/events', event, sessionToken)).body;
  const show = async (side: string) => {
    await sandbox.flow(`/pictures/${side}`, png(), sessionToken);
    return take({ type: 'confirm', pass: true });
  };
  return { view, sessionToken, take, show };
}

describe('a template of a program', () => {
  it('asks for its steps in its order, and ends after the last', async () => {
    const sandbox = await running({ templates: { company: { steps: ['id', 'phone'] } } });
    const { view, take, show } = await opened(sandbox, 'company');
    expect(view).toMatchObject({ step: 'country', steps: ['id', 'phone'], done: [] });
    await take({ type: 'country', country: 'US' });
    await take({ type: 'id-type', idClass: 'pp' });
    expect((await show('front')).view).toMatchObject({ step: 'phone', done: ['id'] });
    const { phone } = (await take({ type: 'phone', number: '020 7946 0123', country: 'GB', channel: 'sms' })).view;
    expect(phone.number).toBe('+442079460123');
    expect((await take({ type: 'phone-code', code: phone.code })).view).toMatchObject({ status: 'completed' });
  });

  it('may begin with the start screen', async () => {
    const sandbox = await running({ templates: { plain: { intro: true } } });
    const { view, take } = await opened(sandbox, 'plain');
    expect(view).toMatchObject({ step: 'start', begins: true });
    expect((await take({ type: 'begin' })).view).toMatchObject({ step: 'country', begins: false });
  });

  it('accepts the countries and kinds of ID it names, and offers no others', async () => {
    const sandbox = await running({
      templates: { kyc: { steps: ['id'], countries: ['US', 'DE'], idTypes: { US: ['dl', 'id'] } } },
    });
    const { view, take } = await opened(sandbox, 'kyc');
    expect(view.choices.countries).toEqual(['US', 'DE']);
    expect(await take({ type: 'country', country: 'FR' })).toMatchObject({ code: 'wrong_step' });
    expect((await take({ type: 'country', country: 'US' })).view.choices.idTypes).toEqual(['dl', 'id']);
    expect(await take({ type: 'id-type', idClass: 'pp' })).toMatchObject({ code: 'wrong_step' });
    await take({ type: 'back' });
    expect((await take({ type: 'country', country: 'DE' })).view.choices.idTypes).toEqual(['pp', 'id', 'dl', 'rp']);
  });

  it('fails by the checks it requires and by no others', async () => {
    const strict = await running({ templates: { kyc: { requiredChecks: ['id_barcode_detection'] } } });
    const pictures = [png(), (await licenceBack({}, true)).buffer];
    expect((await kycWalk(strict, { idClass: 'dl', pictures })).view.step).toBe('retry-government-id');
    const mild = await running({ templates: { kyc: { requiredChecks: ['id_repeat_detection'] } } });
    expect((await kycWalk(mild, { idClass: 'dl', pictures })).view.step).toBe('selfie-center');
  });

  it('fails after as many tries as it gives', async () => {
    const sandbox = await running({ templates: { kyc: { attempts: 2 } } });
    const pictures = [png(), (await licenceBack({}, true)).buffer];
    expect((await kycWalk(sandbox, { idClass: 'dl', pictures })).view.attemptsLeft).toBe(1);
    expect((await kycWalk(sandbox, { idClass: 'dl', pictures, tries: 2 })).view.status).toBe('failed');
  });

  it('has the fields it adds, each of its type', async () => {
    const sandbox = await running({ templates: { plain: { fields: { 'company-name': 'string', staff: 'number' } } } });
    const { view } = await opened(sandbox, 'plain', { fields: { 'company-name': 'Harbor', staff: '12' } });
    expect(view.fields['company-name']).toEqual({ type: 'string', value: 'Harbor' });
    const templateId = sandbox.templateId;
    for (const fields of [{ staff: 'many' }, { birthdate: '1990-02-31' }, { 'current-selfie': 'x' }])
      expect((await sandbox.flow('/open', { templateId, fields })).body).toMatchObject({ code: 'invalid_config' });
    expect((await sandbox.flow('/open', { templateId: sandbox.kycTemplateId, fields: { staff: '1' } })).status).toBe(
      400,
    );
  });

  it('puts a given number into the field, with its country', async () => {
    const sandbox = await running();
    const { view } = await opened(sandbox, 'kyc', { fields: { 'phone-number': '+442079460123' } });
    expect(view).toMatchObject({
      choices: { phoneCountry: 'GB' },
      fields: { 'phone-number': { value: '+442079460123' } },
    });
    expect(view.choices.phoneCountries).toHaveLength(245);
  });

  it('begins with the step and the theme that the API names, or refuses them', async () => {
    const sandbox = await running();
    const templateId = sandbox.kycTemplateId;
    const { body } = await sandbox.rest('/theme-sets', { data: { attributes: { name: 'Teal', styles: {} } } });
    const inquiryId = await sandbox.createInquiry({
      'inquiry-template-id': templateId,
      'initial-step-name': 'verification_selfie',
      'theme-set-id': body.data.id,
    });
    expect((await sandbox.flow('/open', { inquiryId })).body.view).toMatchObject({
      step: 'selfie-center',
      begins: true,
    });
    for (const attributes of [{ 'initial-step-name': 'verification_aamva' }, { 'theme-set-id': 'theset_nope' }])
      expect(
        await sandbox.rest('/inquiries', {
          data: { attributes: { 'inquiry-template-id': templateId, ...attributes } },
        }),
      ).toMatchObject({ status: 400 });
  });

  it('keeps its ids from start to start, and theirs stays that is named no more', async () => {
    const dataDir = temporaryDirectory();
    const before = await running({ dataDir, templates: { company: { steps: ['phone'] } } });
    const inquiryId = await before.createInquiry({ 'inquiry-template-id': before.templateIds.company });
    await before.close();
    const after = await running({ dataDir });
    expect(after.templateIds).toEqual(before.templateIds);
    expect((await after.flow('/open', { inquiryId })).body.view).toMatchObject({ step: 'phone' });
  });
});

describe('the checks a template may require', () => {
  it('are all that the examiner makes', async () => {
    const sandbox = await running();
    const walks = [
      { pictures: [png()], selfies: [png(), png(), png()] },
      { idClass: 'dl', pictures: [png(), (await licenceBack()).buffer] },
    ];
    for (const walk of walks) {
      const { inquiryId } = await kycWalk(sandbox, walk);
      const { included } = (await sandbox.rest(`/inquiries/${inquiryId}?include=verifications`)).body;
      const made = included.flatMap(({ attributes }: Json) => attributes.checks.map(({ name }: Json) => name));
      const others = made.filter((name: string) => !checkNames.includes(name));
      expect(others.filter((name: string) => !name.startsWith('phone_'))).toEqual([]);
      expect(made.length).toBeGreaterThan(5);
    }
  });
});

describe('templates that cannot be meant', () => {
  it.each([
    [{ kyc: { steps: [] } }, 'templates.kyc.steps: needs at least one.'],
    [{ kyc: { steps: ['id', 'id'] } }, 'templates.kyc.steps: has one twice.'],
    [
      { kyc: { idTypes: { US: ['rp'] } } },
      'templates.kyc.idTypes.US: rp is not known there, which has dl, id, pp, ppc, pr, visa.',
    ],
    [{ kyc: { countries: ['DE'], idTypes: { US: ['dl'] } } }, 'templates.kyc.idTypes.US: is not among "countries".'],
    [{ plain: { phoneCountries: ['US'] } }, 'templates.plain.phoneCountries: needs the step "phone".'],
    [{ plain: { countries: ['XX'] } }, 'templates.plain.countries.0: "XX" is not the ISO 3166-1 code of a country'],
    [
      { plain: { requiredChecks: ['id_blurr'] } },
      'templates.plain.requiredChecks.0: "id_blurr" is not a check that the stand-in makes: id_age_comparison, ',
    ],
    [{ plain: { colour: 'red' } }, 'templates.plain: Unrecognized key: "colour"'],
    [
      { plain: { theme: { light: { primary: 'teal' } } } },
      'templates.plain.theme.light.primary: "teal" is not a colour',
    ],
    [
      { plain: { theme: { light: { primary: '#ffff00' } } } },
      'templates.plain.theme: light: buttons on the background',
    ],
    [{ plain: 3 }, 'templates.plain: Invalid input: expected object'],
    [[], 'Templates are an object with a template under each name.'],
  ])('are refused: %j', (given, message) => {
    expect(() => templatesFrom(given)).toThrow(TemplateError);
    expect(() => templatesFrom(given)).toThrow(message);
  });

  it('are told all at once, a line for each mistake', () => {
    const given = { kyc: { attempts: 0, steps: ['face'] }, plain: { countries: [] } };
    expect(() => templatesFrom(given)).toThrow(/^templates\.[^\n]+\ntemplates\.[^\n]+\ntemplates\.[^\n]+$/);
  });
});

describe('a theme', () => {
  it('has the plain colours of the pages where it says nothing, all of them readable', () => {
    expect(contrastFaults({})).toEqual([]);
    expect(pageThemeOf({})).toEqual({ properties: {}, logo: null, followsDevice: false });
    expect(contrast('#ffffff', '#000000')).toBe(21);
    expect(Object.keys(plainColors.light)).toEqual(Object.keys(plainColors.dark));
  });

  it('writes what is easier to read on its buttons, in light and in dark', () => {
    const { properties } = pageThemeOf({ light: { primary: '#0f5f6b' }, dark: { primary: '#7fd0dc' }, radius: 4 });
    expect(properties).toMatchObject({
      '--accent': 'light-dark(#0f5f6b, #7fd0dc)',
      '--on-accent': 'light-dark(#ffffff, #10151d)',
      '--radius': '4px',
    });
  });

  it('is a theme set of the API, which makes, changes and archives more', async () => {
    const sandbox = await running({ templates: { kyc: { theme: { light: { primary: '#0f5f6b' } } } } });
    const [own] = (await sandbox.rest('/theme-sets')).body.data;
    expect(own.attributes).toMatchObject({
      name: 'KYC + Mobile 2FA',
      status: 'active',
      styles: { light: { inquiry: { 'primary-color': { unit: 'hex', value: '#0f5f6b' } } } },
    });
    const styles = {
      settings: { 'use-dark-theme': true },
      light: {
        inquiry: { 'primary-color': { unit: 'hex', value: '#0f5f6b' }, 'border-radius': { unit: 'px', value: 16 } },
      },
    };
    const made = await sandbox.rest('/theme-sets', { data: { attributes: { name: 'Teal', styles } } });
    expect(made).toMatchObject({ status: 201, body: { data: { attributes: { styles } } } });
    const path = `/theme-sets/${made.body.data.id}`;
    const change = { data: { attributes: { name: 'Sea' } } };
    expect((await sandbox.rest(path, change, { method: 'PATCH' })).body.data.attributes).toMatchObject({
      name: 'Sea',
      styles,
    });
    const open = () =>
      sandbox.flow('/open', { templateId: sandbox.templateId, options: { 'theme-set-id': made.body.data.id } });
    expect((await open()).body.view.theme).toMatchObject({ followsDevice: true, properties: { '--radius': '16px' } });
    await sandbox.rest(path, undefined, { method: 'DELETE' });
    expect((await sandbox.rest(path)).body.data.attributes).toMatchObject({ status: 'archived' });
    expect((await sandbox.rest('/theme-sets?filter[status]=active')).body.data).toHaveLength(1);
    expect((await open()).body).toMatchObject({ code: 'invalid_config' });
    expect((await sandbox.rest(path, change, { method: 'PATCH' })).status).toBe(409);
  });

  it.each([
    [{ light: { inquiry: { 'primary-colour': { unit: 'hex', value: '#111111' } } } }, 400],
    [{ light: { inquiry: { 'primary-color': { unit: 'px', value: 3 } } } }, 400],
    [{ light: { inquiry: { 'primary-color': { unit: 'hex', value: '#ffff00' } } } }, 422],
  ])('is refused as styles: %j', async (styles, status) => {
    const sandbox = await running();
    expect((await sandbox.rest('/theme-sets', { data: { attributes: { name: 'No', styles } } })).status).toBe(status);
  });
});

describe('the API of templates', () => {
  it('lists them, their versions and what their screens say', async () => {
    const sandbox = await running({ templates: { company: { fields: { 'company-name': 'string' } } } });
    const { data } = (await sandbox.rest('/inquiry-templates')).body;
    expect(data.map(({ id }: { id: string }) => id)).toEqual(Object.values(sandbox.templateIds).reverse());
    expect(data[0].attributes['field-schemas']).toContainEqual({ type: 'string', key: 'company-name', label: null });
    const path = `/inquiry-templates/${sandbox.kycTemplateId}`;
    const one = (await sandbox.rest(`${path}?include=latest-published-version`)).body;
    expect(one.included[0].attributes).toMatchObject({ 'name-display': 'KYC + Mobile 2FA', live: true });
    const versions = await sandbox.rest(
      `/inquiry-template-versions?filter[inquiry-template-id]=${sandbox.kycTemplateId}`,
    );
    expect(versions.body.data).toEqual(one.included);
    expect((await sandbox.rest('/inquiry-template-versions')).status).toBe(400);
    const { translations } = (await sandbox.rest(`${path}/translations`)).body.data.attributes;
    expect(translations[0]).toMatchObject({ step: 'verification_phone_number', component: 'title' });
    expect((await sandbox.rest(`${path}/translations`, { data: {} })).status).toBe(501);
    expect((await sandbox.rest('/inquiry-templates/itmpl_nope')).status).toBe(404);
  });
});

describe('the file of --templates', () => {
  it('is read at the start, and a line says when it cannot be', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const path = join(temporaryDirectory(), 'templates.json');
    expect(readArguments(['sandbox', '--templates', path])).toMatchObject({ kind: 'start', templatesFile: path });
    writeFileSync(path, '{ "kyc": ');
    await runSandbox(['sandbox', '--templates', path]);
    expect(said).toHaveBeenCalledWith(expect.stringContaining(`--templates cannot be read: ${path}: `));
    expect(process.exitCode).toBe(1);
    process.exitCode = undefined;
    said.mockRestore();
  });
});
