import type { Locator } from 'playwright-core';

/** Chooses an option, by its name or its place, in a combobox of the shop, as a person does. */
export async function chooseOption(shop: Locator, field: string, option: string | RegExp): Promise<void> {
  await shop.getByRole('combobox', { name: field }).click();
  await shop.getByRole('option', { name: option }).click();
}
