import { readFile } from 'node:fs/promises';
import { expect, journeyTest as test } from '../../support/portal';
import { expectAccessible } from '../../support/accessible';
import { signIn, signOut } from '../../support/sign-in';

test('an officer forks the rules, sees what a change does to real requests, and a manager approves', async ({
	page
}) => {
	await signIn(page, 'funzionario');
	await page.goto('/staff/rules');
	await page.getByRole('button', { name: 'Fai una copia: Alloggi ripristinati dell’agenzia, disciplina 2026' }).click();
	await expect(page.getByText('bozza', { exact: true })).toBeVisible();
	const address = page.url();

	// Wrong: nothing is lost, and each error leads to its field.
	await page.getByText('Sfratto', { exact: true }).click();
	await page.locator('[name="scoring.eviction.value.notified"]').fill('sette');
	await page.locator('[name="scoring.eviction.value.enforceable"]').fill('12,50');
	await page.getByRole('button', { name: 'Salva la bozza' }).click();
	await expect(page.getByRole('alert')).toContainText('Sfratto: Punti, se notificato. Scrivi un numero.');
	await expect(page.locator('[name="scoring.eviction.value.notified"]')).toHaveValue('sette');
	await expect(page.locator('[name="scoring.eviction.value.enforceable"]')).toHaveValue('12,50');
	await expectAccessible(page);

	await page.locator('[name="scoring.eviction.value.notified"]').fill('8');
	await page
		.locator('[name="eligibility.isee.value.maxCents"]')
		.evaluate((field: HTMLInputElement) => (field.value = '15.000'));
	await page.getByRole('button', { name: 'Salva la bozza' }).click();
	const changes = page.getByRole('table', { name: 'Differenze' });
	await expect(changes.getByRole('row', { name: /Sfratto: Punti, se notificato/ })).toContainText('8 punti');
	await expect(changes.getByRole('row', { name: /ISEE: Fino a/ })).toContainText('15000 €');

	await page.getByRole('link', { name: 'Guarda l’effetto sulle domande' }).click();
	await page.getByLabel('Avviso', { exact: true }).selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Calcola' }).click();
	await expect(page.getByRole('heading', { name: 'In numeri' })).toBeVisible();
	await expectAccessible(page);

	await page.goto(address);
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Scarica il file JSON' }).click();
	const file = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
		scoring: { eviction: { value: object } };
	};
	expect(file.scoring.eviction.value).toEqual({ notified: 800, enforceable: 1250 });
	await page.getByRole('button', { name: 'Manda in approvazione' }).click();
	await expect(page.getByText('da approvare', { exact: true })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Approva' })).toHaveCount(0);
	const name = await page.getByRole('heading', { level: 1 }).innerText();

	// The person who began it reads that a colleague has to finish it, and has no task.
	await page.goto('/staff');
	const begun = page.getByRole('region', { name: 'Hai iniziato tu, tocca a un’altra persona' });
	await expect(begun.getByRole('row').filter({ hasText: name })).toContainText('Disciplina da approvare');
	await expect(page.getByRole('link', { name: 'Discipline da approvare' })).toHaveCount(0);
	await signOut(page);

	await signIn(page, 'dirigente');
	await page.goto('/staff');
	const group = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Discipline da approvare' }) });
	await expect(group).toContainText(/scade (domani, )?(lunedì|martedì|mercoledì|giovedì|venerdì) /);
	await expectAccessible(page);
	await page.goto('/staff?queue=approve-rule-set');
	const queue = page.getByRole('region', { name: /^Discipline da approvare/ });
	await expectAccessible(page);
	await queue.getByRole('link', { name, exact: true }).click();
	await page.waitForURL(address);
	await page.getByRole('button', { name: 'Rimanda indietro' }).click();
	await expect(page.getByRole('alert')).toContainText('Scrivi che cosa va cambiato.');
	await page.getByRole('button', { name: 'Approva' }).click();
	await expect(page.getByText('approvata', { exact: true })).toBeVisible();
	await signOut(page);

	await signIn(page, 'funzionario');
	await page.goto('/staff/notices/new');
	await expect(page.locator('[name=ruleSetId] option')).toHaveCount(4);
});
