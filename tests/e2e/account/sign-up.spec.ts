import { linkIn, waitForMails } from '../../support/mailbox';
import { expect, fileTest as test } from '../../support/portal';
import { expectTitle, press } from '../../support/steps/person';
import { aResident, enter, signUp } from '../../support/steps/resident';

test.describe.configure({ mode: 'default' });

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('the account is of the person whose link was opened; a stranger with the same address gets nothing', async ({
			browser,
			portal
		}) => {
			const visitor = async () => (await browser.newContext({ javaScriptEnabled, baseURL: portal.origin })).newPage();
			const [owner, stranger] = [await visitor(), await visitor()];
			const email = `maria-${javaScriptEnabled}@example.org`;
			await signUp(owner, { name: 'Maria Prova', email, role: 'applicant' });
			await waitForMails(portal, email, 1);
			await signUp(stranger, { name: 'Estraneo', email, role: 'landlord' });
			const [mine, theirs] = (await waitForMails(portal, email, 2)).map(linkIn) as [string, string];

			await owner.goto(mine);
			for (const text of ['Maria Prova', email]) await expect(owner.locator('main')).toContainText(text);
			await expect(owner.locator('main')).not.toContainText('Estraneo');
			await owner.fill('input[name=password]', 'password12');
			await press(owner, 'Conferma');
			await expect(owner.locator('main')).toContainText('si indovina facilmente');
			await owner.fill('input[name=password]', 'il gatto di Maria dorme');
			await press(owner, 'Conferma');
			await owner.waitForURL('**/login?confirmed*');
			await enter(owner, email, 'il gatto di Maria dorme');
			await owner.waitForURL('**/my');

			await stranger.goto(theirs);
			await expect(stranger.locator('input[name=password]')).toHaveCount(0);
			await signUp(stranger, { name: 'Estraneo', email, role: 'landlord' });
			const last = (await waitForMails(portal, email, 3)).at(-1)!;
			expect(last.subject).toBe('Hai già un accesso a Chiavi');
			expect(last.body).not.toContain('/confirm/');
			await owner.goto('/account');
			await expectTitle(owner, 'Il tuo accesso');
			await expect(owner.locator('main')).toContainText('Maria Prova');
		});

		test('a new password asks for the present one, ends the other sessions, and is told by mail', async ({
			browser,
			portal
		}) => {
			const visitor = async () => (await browser.newContext({ javaScriptEnabled, baseURL: portal.origin })).newPage();
			const [here, elsewhere] = [await visitor(), await visitor()];
			const email = `sara-${javaScriptEnabled}@example.org`;
			await aResident(here, portal, { email, password: 'il cane di Sara abbaia' });
			for (const page of [here, elsewhere]) {
				await enter(page, email, 'il cane di Sara abbaia');
				await page.waitForURL('**/my');
			}
			await here.goto('/account');
			const change = async (present: string) => {
				await here.fill('input[name=present_password]', present);
				await here.fill('input[name=password]', 'il canarino di Sara canta');
				await here.locator('form[action*=password] button').click();
			};
			await change('il cane di Sara dorme');
			await expect(here.locator('main')).toContainText('La password attuale non è questa');
			await elsewhere.goto('/my');
			await expect(elsewhere).toHaveURL(/\/my$/);
			await waitForMails(portal, email, 1);
			await change('il cane di Sara abbaia');
			await here.waitForURL('**/account?done=password');
			await elsewhere.goto('/my');
			await expect(elsewhere).toHaveURL(/\/login/);
			expect((await waitForMails(portal, email, 2))[1]!.subject).toBe('La tua password è cambiata');
		});
	});
}
