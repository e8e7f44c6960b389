import { expect, journeyTest as test } from '../../support/portal';
import { expectTitle, follow, person, press } from '../../support/steps/person';

test('an officer opens the details of a landlord by an act, and the landlord sees who did', async ({ browser }) => {
	const officer = await person(browser, 'funzionario');
	await officer.goto('/staff/listings');
	await officer.locator('main a[href*="/staff/listings/"]').first().click();
	const card = officer.getByRole('region', { name: 'Proprietaria o proprietario' });
	await expect(card).not.toContainText('Esempio');
	await press(officer, 'Mostra nome e recapiti');
	await expect(card).toContainText('Esempio');
	await expect(card).toContainText('+39 02 0000');
	const name = (await card.innerText()).includes('Pietro') ? 'proprietario' : 'proprietario2';
	const landlord = await person(browser, name);
	await landlord.goto('/landlord');
	await follow(landlord, 'Chi ha guardato i tuoi dati');
	await expectTitle(landlord, 'Chi ha guardato i tuoi dati');
	await expect(landlord.locator('main')).toContainText('Franca Esempio');
	await expect(landlord.locator('main')).toContainText('La casa che offri');
});
