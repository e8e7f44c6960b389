import { expect, type Page } from '@playwright/test';
import { expectTitle, follow, press } from './person';

const OPEN_NOTICE = 'Alloggi ripristinati dell’agenzia, secondo avviso';

async function choose(page: Page, name: string, value: string): Promise<void> {
	await page.check(`input[name=${name}][value=${value}]`);
}

/** A mother of two with every hardship, so that no synthetic household comes before hers. */
async function tellHousehold(page: Page): Promise<void> {
	await press(page, 'Salva e continua');
	await expect(page.getByRole('alert')).toContainText('Scrivi la data di nascita');
	await page.fill('[name=birthDate]', '1986-05-14');
	await press(page, 'Salva e continua');
	for (const birthDate of ['2014-02-03', '2018-09-21']) {
		await page.selectOption('[name=relation]', 'child');
		await page.fill('[name=birthDate]', birthDate);
		await press(page, 'Aggiungi questa persona');
		await expect(page.locator('[name=birthDate]')).toHaveValue('');
	}
	await press(page, 'Salva e continua');
}

async function tellResidence(page: Page): Promise<void> {
	await page.fill('[name=municipalitySince]', '1986-05-14');
	await page.fill('[name=regionSince]', '1986-05-14');
	await choose(page, 'worksInLombardy', 'yes');
	await choose(page, 'citizenship', 'italian');
	await press(page, 'Salva e continua');
}

async function tellHome(page: Page): Promise<void> {
	await choose(page, 'kind', 'improper');
	await page.fill('[name=netArea]', '18');
	await choose(page, 'eviction', 'enforceable');
	await choose(page, 'unhealthy', 'yes');
	await choose(page, 'ownsAdequateHome', 'no');
	await press(page, 'Salva e continua');
}

async function tellIncome(page: Page): Promise<void> {
	await page.fill('[name=isee]', 'duemila');
	await press(page, 'Salva e continua');
	await expect(page.locator('main').getByRole('alert')).toBeVisible();
	await expect(page.locator('[name=isee]')).toHaveValue('duemila');
	await page.fill('[name=isee]', '2.000,50');
	await press(page, 'Salva e continua');
}

async function tellNeeds(page: Page): Promise<void> {
	await page.check('[name=severeDisability]');
	await press(page, 'Salva e continua');
}

/** Chooses `most` of the homes of the right size, in the order of the page. */
async function wishForHomes(page: Page, most: number): Promise<void> {
	await expectTitle(page, 'Gli alloggi');
	const places = page.locator('select[name^=place-]');
	const count = Math.min(most, await places.count());
	expect(count).toBeGreaterThan(0);
	for (let index = 0; index < count; index += 1) await places.nth(index).selectOption(String(index + 1));
	await press(page, 'Salva e continua');
	await passWarning(page);
}

/** An applicant who chose only popular homes is warned before going on, and the choices are saved. */
export async function passWarning(page: Page): Promise<void> {
	const goOn = page.getByRole('link', { name: 'Va bene così, continua' });
	await expect(goOn.or(page.getByRole('heading', { level: 1, name: 'Controlla e invia' }))).toBeVisible();
	if (await goOn.isVisible()) await goOn.click();
}

/** Answers every step of the open notice, up to the page that sends. */
export async function answerEverything(page: Page): Promise<void> {
	await page.goto('/notices');
	await follow(page, OPEN_NOTICE);
	await follow(page, 'Fai domanda');
	await answerAll(page);
}

/** Answers every step from the first page of the form on, up to the page that sends. */
export async function answerAll(page: Page): Promise<void> {
	await tellHousehold(page);
	await tellResidence(page);
	await tellHome(page);
	await tellIncome(page);
	await tellNeeds(page);
	await wishForHomes(page, 4);
	await expectTitle(page, 'Controlla e invia');
}

/**
 * The request of the demo household with a wheelchair (`richiedente2`), complete and not sent. It lists none of the
 * homes without barriers.
 */
export async function openReadyRequest(page: Page): Promise<void> {
	await page.goto('/my');
	await page.locator('main a[href*="/my/apply/"]').first().click();
	await expectTitle(page, 'Controlla e invia');
}

/** Declares and sends with so many clicks. Returns the household's public pseudonym and the protocol number. */
export async function sendRequest(page: Page, clicks = 1): Promise<{ pseudonym: string; protocol: string }> {
	// A person who sent a request before says that the contact details still hold.
	const confirmed = page.locator('[name=confirmed]');
	if ((await confirmed.count()) > 0) await confirmed.check();
	await page.check('[name=declared]');
	await page.getByRole('button', { name: 'Invia la domanda' }).click({ clickCount: clicks });
	await expectTitle(page, 'La tua domanda è arrivata');
	const receipt = page.getByRole('region', { name: 'La ricevuta' });
	const value = async (label: string) => {
		const line = receipt.getByText(label, { exact: true }).locator('..');
		return (await line.innerText()).replace(label, '').trim();
	};
	return { pseudonym: await value('Il tuo codice nella graduatoria'), protocol: await value('Protocollo') };
}
