import type { ArgTypes } from '@storybook/web-components-vite';

type InputType = ArgTypes[string];

/** What is read of an element in `custom-elements.json`. */
export interface Described {
  tagName?: string;
  attributes?: { name: string; fieldName?: string; type?: { text: string }; default?: string; description?: string }[];
  cssProperties?: { name: string; default?: string; description?: string }[];
}

/** `custom-elements.json`, as far as the controls are made from it. */
export interface Manifest {
  modules: { declarations?: object[] }[];
}

/**
 * The controls of an element: one for each attribute and each custom property, by the kind of its value. What is only
 * told, called or handed over by a script (events, methods, parts, states, functions, lists) has none.
 * @throws {Error} for a tag that the manifest does not describe.
 */
export function controlsOf({ modules }: Manifest, tagName: string): ArgTypes {
  const element = modules
    .flatMap(({ declarations = [] }) => declarations as Described[])
    .find((one) => one.tagName === tagName);
  if (!element) throw new Error(`custom-elements.json describes no <${tagName}>.`);
  const attributes = (element.attributes ?? []).map((one): [string, InputType] => [
    one.fieldName ?? one.name,
    { ...controlOf(one.type?.text ?? 'string'), ...told(one, 'Attributes') },
  ]);
  const properties = (element.cssProperties ?? []).map((one): [string, InputType] => [
    one.name,
    { ...styleControlOf(one), ...told(one, 'Looks') },
  ]);
  return Object.fromEntries([...attributes, ...properties].map(([name, type]) => [name, { name, ...type }]));
}

const told = (one: { description?: string; default?: string }, category: string): InputType => ({
  description: one.description,
  table: { category, defaultValue: { summary: one.default } },
});

/** By the type an attribute has: a choice of what is listed, or a kind of value. */
function controlOf(type: string): InputType {
  const options = [...type.matchAll(/'([^']*)'/g)].map(([, option]) => option);
  if (options.length > 0) return { control: { type: options.length > 3 ? 'select' : 'inline-radio' }, options };
  if (type === 'boolean' || type === 'number') return { control: { type } };
  return { control: { type: 'text' } };
}

/** By the default a custom property has. */
function styleControlOf({ default: value = '' }: { default?: string }): InputType {
  if (value.includes('#')) return { control: { type: 'color' } };
  if (value.endsWith('px')) return { control: { type: 'range', min: 0, max: 32, step: 1 } };
  return { control: { type: 'text' } };
}
