import type { Page } from '@playwright/test';
import { expectAccessible, bringChecker } from '../../support/accessible';
import { expect, journeyTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { choose, tellEverything } from '../../support/steps/check';
import { expectTitle, follow, press } from '../../support/steps/person';

const PASSWORD = 'chiavi-demo';

async function enter(page: Page, account: string): Promise<void> {
	await page.fill('[name=email]', `${account}@chiavi.example`);
	await page.fill('[name=password]', PASSWORD);
	await press(page, 'Accedi');
}

/** Opens the page of the income of a request, types, loses the session, and sends. */
async function typeAndLose(page: Page): Promise<string> {
	await signIn(page, 'richiedente');
	await page.goto('/notices');
	await follow(page, 'Alloggi ripristinati dell’agenzia, secondo avviso');
	await follow(page, 'Fai domanda');
	await page.fill('[name=birthDate]', '1986-05-14');
	await press(page, 'Salva e continua');
	await expect(page.locator('[name=relation]')).toBeVisible();
	const address = page.url().replace(/household.*/, 'income');
	await page.goto(address);
	await page.fill('[name=isee]', '9.350,50');
	if ((await page.locator('[name=iseeKind]').count()) > 0) await choose(page, 'iseeKind', 'ordinary');
	if ((await page.locator('[name=assets]').count()) > 0) await page.fill('[name=assets]', '100');
	await page.context().clearCookies({ name: 'chiavi_session' });
	await press(page, 'Salva e continua');
	await expectTitle(page, 'Accedi');
	return address;
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('text that was sent after the session had ended is given back to the same account', async ({
			page,
			context
		}) => {
			const address = await typeAndLose(page);
			await expect(page.locator('main')).toContainText('Quello che hai scritto non è perso');
			const cookie = (await context.cookies()).find(({ name }) => name === 'chiavi_kept');
			expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
			expect(cookie!.value).not.toContain('9.350');
			await enter(page, 'richiedente');
			await expectTitle(page, 'Quello che avevi scritto');
			await expect(page.locator('main')).toContainText('9.350,50');
			if (javaScriptEnabled) {
				await bringChecker(context);
				await page.reload();
				await expectAccessible(page);
			}
			await press(page, 'Invia adesso');
			await expectTitle(page, 'Di che cosa hai bisogno');
			await page.goto(address);
			await expect(page.locator('[name=isee]')).toHaveValue('9350,50');
			await page.goto('/account/kept');
			await expect(page.locator('main')).toContainText('Non c’è niente da riprendere');
		});

		test('another account that signs in does not find it, and it is gone', async ({ page, context }) => {
			await typeAndLose(page);
			await enter(page, 'richiedente2');
			await page.waitForURL((url) => url.pathname !== '/login');
			await page.goto('/account/kept');
			await expect(page.locator('main')).toContainText('Non c’è niente da riprendere');
			expect((await context.cookies()).some(({ name }) => name === 'chiavi_kept')).toBe(false);
		});

		test('a page that another account opened is not sent', async ({ page, context }) => {
			await signIn(page, 'richiedente');
			await page.goto('/notices');
			await follow(page, 'Alloggi ripristinati dell’agenzia, secondo avviso');
			await follow(page, 'Fai domanda');
			await page.fill('[name=birthDate]', '1986-05-14');
			const other = await context.newPage();
			await signIn(other, 'richiedente2');
			await press(page, 'Salva e continua');
			await expect(page.locator('main')).toContainText('Questa pagina l’ha aperta un’altra persona');
			await other.goto('/my');
			await expect(other.locator('main')).not.toContainText('Continua la domanda');
		});
	});
}

test('answers of the check never pass to the next person', async ({ page, context }) => {
	await tellEverything(page);
	const start = page.getByRole('button', { name: /Comincia la domanda/ }).first();
	await start.click();
	await expect(page).toHaveURL(/\/login\?next=/);
	const answers = decodeURIComponent(new URL(page.url()).searchParams.get('next')!);
	await page.goto('/login');
	await enter(page, 'richiedente2');
	await page.waitForURL(/\/my/);
	await page.goto(answers);
	await expect(page.locator('main')).toContainText('Le risposte non ci sono più');
	expect((await context.cookies()).some(({ name }) => name === 'chiavi_told')).toBe(false);
});

test('signing out forgets the answers of the check', async ({ page, context }) => {
	await signIn(page, 'richiedente2');
	await tellEverything(page);
	await page
		.getByRole('button', { name: /Comincia la domanda/ })
		.first()
		.click();
	await expectTitle(page, 'Usa le risposte che hai dato');
	await page.getByRole('button', { name: 'Esci' }).first().click();
	await page.waitForURL((url) => url.pathname === '/');
	expect((await context.cookies()).some(({ name }) => name === 'chiavi_told')).toBe(false);
});

test('switching the language keeps the answers of the check, also those that were just typed', async ({ page }) => {
	await page.goto('/check');
	await page.fill('[name=birthDate-1]', '1986-05-14');
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/en\/check/);
	await expect(page.locator('[name=birthDate-1]')).toHaveValue('1986-05-14');
	await press(page, 'Next');
	await expect(page.locator('[name=livesIn]').first()).toBeVisible();
});
