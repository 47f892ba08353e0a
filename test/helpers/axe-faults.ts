import axe from 'axe-core';
import type { Page } from 'playwright';

/** What axe finds in the page: the rule, and the first element that breaks it. */
export async function axeFaults(page: Page): Promise<[rule: string, html: string | undefined][]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
  });
}
