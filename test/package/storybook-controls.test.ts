import { describe, expect, it } from 'vitest';
import { controlsOf } from '../../.storybook/controls.js';
import manifest from '../../custom-elements.json' with { type: 'json' };
import { gateArgTypes, shopArgTypes } from '../../stories/arg-types.js';

const kindOf = (control: unknown) => (control as { type?: string }).type ?? control;

describe.each([
  ['lc-identity-gate', gateArgTypes, ['status', 'verified', 'ensureVerified', 'dialog', 'fetch', 'labels']],
  ['lc-number-purchase', shopArgTypes, ['status', 'purchased', 'search', 'option', 'numbers', 'labels']],
])('the controls of <%s>', (tagName, argTypes, others) => {
  const controls = { ...controlsOf(manifest, tagName), ...argTypes };
  const kinds = new Set(Object.values(controls).map(({ control }) => kindOf(control)));

  it('are of kinds that a person sets, never an object', () => {
    expect([...kinds].filter((kind) => kind !== false).sort()).toEqual([
      'color',
      'inline-radio',
      'range',
      'select',
      'text',
    ]);
  });

  it('are there for what one sets, and for nothing that is told, called or handed over by a script', () => {
    expect(Object.keys(controls)).toEqual(expect.arrayContaining(['api', 'account', 'flow', '--lc-accent']));
    expect(others.filter((name) => controls[name] && controls[name].control !== false)).toEqual([]);
  });

  it('give every colour a picker, the radius a range and choices their options', () => {
    const ofKind = (kind: string) => Object.keys(controls).filter((name) => kindOf(controls[name]!.control) === kind);
    expect(ofKind('color')).toHaveLength(9);
    expect(ofKind('range')).toEqual(['--lc-radius']);
    expect(controls.flow).toMatchObject({ control: { type: 'inline-radio' }, options: ['modal', 'inline'] });
  });
});

it('names a tag that the manifest does not describe', () => {
  expect(() => controlsOf(manifest, 'lc-nothing')).toThrow('lc-nothing');
});
