import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

interface Named {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
  privacy?: string;
  kind?: string;
  attribute?: string;
  fieldName?: string;
  parameters?: { name: string; type?: { text: string } }[];
  return?: { type?: { text: string } };
}

interface Element
  extends Record<'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssProperties' | 'cssStates', Named[]> {
  tagName?: string;
}

/** One line of a Markdown table: a bar would end its cell. */
const row = (...cells: (string | undefined)[]): string =>
  `| ${cells.map((cell = '') => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
const code = (text: string | undefined): string => (text ? `\`${text}\`` : '');

function table(title: string, head: string[], lines: string[]): string[] {
  if (lines.length === 0) return [];
  return [`**${title}**`, '', row(...head), row(...head.map(() => '---')).replaceAll(' --- ', '---'), ...lines, ''];
}

function tablesOf({ attributes, members, events, slots, cssParts, cssProperties, cssStates }: Element): string {
  const fields = members.filter(({ kind, name }) => kind === 'field' && name !== 'status');
  // One that has no property: what reads it is loaded later than the element.
  const alone = attributes.filter(({ fieldName }) => !fieldName);
  const methods = members.filter(({ kind }) => kind === 'method');
  const described = (list: Named[]) => list.map(({ name, description }) => row(code(name) || 'default', description));
  return [
    ...table(
      'Properties and attributes',
      ['Property', 'Attribute', 'Values', 'Default', 'Meaning'],
      [
        ...fields.map((field) => ({ ...field, property: field.name })),
        ...alone.map((one) => ({ ...one, property: '', attribute: one.name })),
      ].map(({ property, attribute, type, default: initial, description }) =>
        row(code(property), code(attribute), code(type?.text), code(initial), description),
      ),
    ),
    ...table(
      'Methods',
      ['Method', 'Gives', 'Meaning'],
      methods.map(({ name, parameters = [], return: given, description }) =>
        row(code(`${name}(${parameters.map((one) => one.name).join(', ')})`), code(given?.type?.text), description),
      ),
    ),
    ...table('Events', ['Event', 'When'], described(events)),
    ...table('Slots', ['Slot', 'For'], described(slots)),
    ...table('Parts', ['`::part()`', 'What it is'], described(cssParts)),
    ...table(
      'Custom properties',
      ['Property', 'Default', 'Meaning'],
      cssProperties.map(({ name, default: initial, description }) => row(code(name), code(initial), description)),
    ),
    ...table('States, one at a time, also as `status`', ['`:state()`', 'When'], described(cssStates)),
  ]
    .join('\n')
    .trimEnd();
}

/** A text in which what stands between the markers of each element is what the manifest says of it. */
export function withReference(text: string): string {
  const { modules } = JSON.parse(readFileSync(resolve(root, 'custom-elements.json'), 'utf8')) as {
    modules: { declarations?: Element[] }[];
  };
  let written = text;
  for (const element of modules.flatMap(({ declarations = [] }) => declarations)) {
    if (!element.tagName) continue;
    const [begin, end] = ['begin', 'end'].map((side) => `<!-- reference:${element.tagName}:${side} -->`) as [
      string,
      string,
    ];
    const [before, rest = ''] = written.split(begin);
    written = `${before}${begin}\n\n${tablesOf(element)}\n\n${end}${rest.split(end)[1]}`;
  }
  return written;
}
