import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Later ones are of the shape of the first: looking at each takes minutes and finds nothing new. */
const repeated = ['tbody tr:nth-child(n + 13)', '.houses li:nth-child(n + 25)'];

/**
 * What a machine can find against WCAG 2.2 AA on the page as it is now, a line a rule. Where scripts are off the checker
 * waits for ever: ask it on the same page with scripts on.
 */
export async function violationsOf(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.options({ runOnly: rules, resultTypes: ['violations'] })
		.exclude(repeated)
		// Without frames the checker needs no page of its own to put their findings together.
		.setLegacyMode(true)
		.analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

export async function expectAccessible(page: Page): Promise<void> {
	expect(await violationsOf(page)).toEqual([]);
}
