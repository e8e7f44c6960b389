import { expect, type Locator, type Page } from '@playwright/test';

const MOST_KEYS = 250;

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Whether a person sees which control the keys act on: it stands in the window, and something is drawn around it. */
const showsFocus = (target: Locator) =>
	target.evaluate((element) => {
		const { top, bottom, width } = element.getBoundingClientRect();
		const { outlineStyle, outlineWidth } = getComputedStyle(element);
		const isDrawn = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
		return isDrawn && width > 0 && bottom > 0 && top < innerHeight;
	});

/** Presses a key until the focus is on `target`. */
async function pressUntil(page: Page, key: string, target: Locator): Promise<void> {
	for (let pressed = 0; !(await isFocused(target)); pressed += 1) {
		expect(pressed, `${key} leads to ${target}`).toBeLessThan(MOST_KEYS);
		await page.keyboard.press(key);
	}
	expect(await showsFocus(target), `the focus on ${target} is seen`).toBe(true);
}

/** Comes to a control by the Tab key alone. */
async function reach(page: Page, target: Locator): Promise<Locator> {
	await target.waitFor();
	await pressUntil(page, 'Tab', target);
	return target;
}

/** A person with no mouse: what they do on a page, each by keys alone. */
export class Keyboard {
	constructor(private readonly page: Page) {}

	async press(name: string | RegExp): Promise<void> {
		await reach(this.page, this.page.locator('main').getByRole('button', { name }).first());
		await this.page.keyboard.press('Enter');
	}

	async follow(name: string | RegExp): Promise<void> {
		await reach(this.page, this.page.locator('main').getByRole('link', { name }).first());
		await this.page.keyboard.press('Enter');
	}

	async write(name: string, text: string): Promise<void> {
		await reach(this.page, this.page.locator(`main [name=${name}]`));
		await this.page.keyboard.press('ControlOrMeta+a');
		await this.page.keyboard.type(text);
	}

	/** Writes a day in a date field, whose order of day and month is the browser's own. */
	async writeDay(name: string, day: string): Promise<void> {
		const field = await reach(this.page, this.page.locator(`main [name=${name}]`));
		const [year, month, date] = day.split('-');
		await this.page.keyboard.type(`${date}${month}${year}`);
		if ((await field.inputValue()) !== day) {
			for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await this.page.keyboard.press(key);
			await this.page.keyboard.type(`${month}${date}${year}`);
		}
		await expect(field).toHaveValue(day);
	}

	async tick(name: string): Promise<void> {
		const box = await reach(this.page, this.page.locator(`main [name=${name}]`));
		await this.page.keyboard.press('Space');
		await expect(box).toBeChecked();
	}

	/** Chooses one of several: Tab comes to the group, the arrows go from one to the next. */
	async choose(name: string, value: string): Promise<void> {
		const group = this.page.locator(`main input[name=${name}]`);
		const checked = this.page.locator(`main input[name=${name}]:checked`);
		await reach(this.page, (await checked.count()) > 0 ? checked : group.first());
		const wanted = this.page.locator(`main input[name=${name}][value=${value}]`);
		if (await isFocused(wanted)) await this.page.keyboard.press('Space');
		await pressUntil(this.page, 'ArrowDown', wanted);
		await expect(wanted).toBeChecked();
	}

	/** Chooses from a list by the first letters of the choice. */
	async select(field: Locator, letters: string): Promise<void> {
		await reach(this.page, field);
		await this.page.keyboard.type(letters);
	}
}
