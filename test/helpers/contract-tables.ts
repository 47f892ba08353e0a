import * as z from 'zod';
import * as contract from '../../src/host/contract.js';
import * as examples from '../../src/host/contract-examples.js';
import { hostEvents } from '../../src/host/event-contract.js';
import * as shop from '../../src/host/shop-contract.js';

interface Schema {
  type?: string | string[];
  description?: string;
  enum?: string[];
  const?: unknown;
  pattern?: string;
  format?: string;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

const cell = (text: string) => text.replaceAll('|', '\\|');
const row = (...cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;

/** What is there besides null, with what was said of both. */
function plain(schema: Schema): Schema & { mayBeNull: boolean } {
  if (Array.isArray(schema.type)) return { ...schema, type: schema.type[0], mayBeNull: schema.type.includes('null') };
  const rest = schema.anyOf?.filter(({ type }) => type !== 'null');
  const [only] = rest ?? [];
  if (!only || rest?.length !== 1) return { ...schema, mayBeNull: false };
  return { ...only, description: schema.description ?? only.description, mayBeNull: true };
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((one) => `\`${one}\``).join(', ');
  if (schema.format === 'date-time') return 'time';
  if (schema.format === 'uri') return 'web address';
  if (schema.type === 'array') return `list of ${schema.items?.properties ? 'objects' : 'text'}`;
  const names: Record<string, string> = { string: 'text', integer: 'whole number', number: 'number' };
  const type = String(schema.type ?? '');
  return names[type] ?? type;
}

/** A row for each field, those of objects and of lists below them. */
function rowsOf(schema: Schema, path = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    const field = plain(value);
    const isList = field.type === 'array' && field.items?.properties;
    const where = `${path}${name}`;
    const isRequired = schema.required?.includes(name) ?? false;
    const rule = [typeOf(field), isRequired && 'required', !isRequired && !field.mayBeNull && 'not null'];
    const inner = isList ? rowsOf(field.items as Schema, `${where}[].`) : rowsOf(field, `${where}.`);
    return [row(`\`${where}\``, rule.filter(Boolean).join(', '), field.description ?? ''), ...inner];
  });
}

const fields = (schema: z.ZodType) =>
  [row('Field', 'Type', 'Meaning'), '|---|---|---|', ...rowsOf(z.toJSONSchema(schema, { io: 'input' }) as Schema)].join(
    '\n',
  );
const words = (head: string, list: Record<string, string>) =>
  [row(head, 'Meaning'), '|---|---|', ...Object.entries(list).map(([word, says]) => row(`\`${word}\``, says))].join(
    '\n',
  );
const json = (value: unknown) => {
  // Lists of words in one line.
  const text = JSON.stringify(value, null, 2).replace(
    /\[\s*("[^[\]{}]*")\s*\]/g,
    (_, list: string) => `[${list.replace(/\s*\n\s*/g, ' ')}]`,
  );
  return `\`\`\`json\n${text}\n\`\`\``;
};

/** What stands between the markers of each name. */
const blocks: Record<string, () => string> = {
  status: () => fields(contract.statusAnswer),
  'status-example': () => json(examples.statusExamples.pending?.value),
  'inquiry-request': () => fields(contract.inquiryRequest),
  inquiry: () => fields(contract.inquiryAnswer),
  'inquiry-example': () => json(examples.inquiryExamples.resumed?.value),
  numbers: () => fields(shop.numbersAnswer),
  'numbers-example': () => json(examples.numbersExamples.found?.value),
  places: () => fields(shop.placesAnswer),
  'purchase-request': () => fields(shop.purchaseRequest),
  'purchase-request-example': () => json(examples.purchaseRequestExamples.one.value),
  purchase: () => fields(shop.purchaseAnswer),
  'purchase-example': () => json(examples.purchaseExamples.purchased?.value),
  orders: () => fields(shop.ordersAnswer),
  'order-words': () => words('`status`', shop.orderWords),
  'persona-event': () => json(examples.personaEventExample),
  events: () => words('`type`', Object.fromEntries(Object.entries(hostEvents).map(([type, { when }]) => [type, when]))),
};

/** A text in which what stands between the markers is what the schemas of the contract say. */
export function withContract(text: string): string {
  return text.replaceAll(
    /(<!-- contract:([\w-]+) -->\n)[\s\S]*?(<!-- \/contract -->)/g,
    (_, begin: string, name: string, end: string) => {
      const block = blocks[name];
      if (!block) throw new Error(`There is no block "${name}".`);
      return `${begin}\n${block()}\n\n${end}`;
    },
  );
}

/** The names of all blocks. */
export const contractBlocks: readonly string[] = Object.keys(blocks);
