import type { ArgTypes } from '@storybook/web-components-vite';

/** Where a story knows more than the type: the countries that its host sells in. */
const country = { control: 'select', options: [null, 'US', 'CA', 'PR', 'GB'] } as const;
/** Set by the toolbar, for the page and the element. */
const theme = { control: false, table: { disable: true } } as const;

/** Handed over by a story, not set by a person. */
const given = { control: false, table: { disable: true } } as const;

export const gateArgTypes: ArgTypes = { country, theme };
export const shopArgTypes: ArgTypes = { country, theme, numbers: given };
