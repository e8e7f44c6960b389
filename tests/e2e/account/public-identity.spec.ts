import { expectGoodAtEveryWidth } from '../../support/accessible';
import { CLIENT, openGateway } from '../../support/identity/gateway';
import { expect, test } from '../../support/portal';
import { freePort } from '../../support/postgres-server';
import { copyOfFile, startProcess } from '../../support/server';
import { expectTitle, follow, press } from '../../support/steps/person';

const ANNA = {
	given_name: 'Annamaria',
	family_name: 'Confermata',
	birthdate: '1980-01-01',
	'https://attributes.eid.gov.it/fiscal_number': 'TINIT-CNFNMR80A41F205Q'
};

test('a person signs in with SPID, links it, takes their details over, signs out and is in again', async ({ page }) => {
	const [database, port] = [copyOfFile(), await freePort()];
	const origin = `http://localhost:${port}`;
	const gateway = await openGateway(`${origin}/login/identity/back`);
	gateway.next({ subject: 'annamaria', claims: ANNA });
	const settings = {
		OIDC_ISSUER: gateway.issuer,
		OIDC_CLIENT_ID: CLIENT.id,
		OIDC_CLIENT_SECRET: CLIENT.secret,
		OIDC_SIGN_OUT: 'yes'
	};
	// A slow machine is no gateway that is down.
	const portal = await startProcess(port, origin, database.url, { ...settings, OIDC_TIMEOUT: '12' });
	try {
		await page.goto(`${origin}/login`);
		await follow(page, 'Entra con SPID o CIE');
		await expectTitle(page, 'È la prima volta che entri con SPID o CIE');
		await follow(page, 'Entra con la password');
		await page.fill('[name=email]', 'richiedente2@chiavi.example');
		await page.fill('[name=password]', 'chiavi-demo');
		await press(page, 'Accedi');
		await expect(page.locator('main')).toContainText('SPID o CIE dice che sei Annamaria Confermata.');
		await press(page, 'Collega');
		await expect(page.getByRole('status')).toContainText('ora puoi entrare anche con SPID o CIE');

		await page.goto(`${origin}/account/contact`);
		await expect(page.locator('[name=givenName]')).not.toHaveValue('Annamaria');
		await expectGoodAtEveryWidth(page);
		await page.getByLabel('Usa questi dati al posto dei miei').check();
		await press(page, 'Usa i dati');
		await expect(page.getByRole('status')).toContainText('I dati della tua identità pubblica sono salvati.');
		await expect(page.locator('[name=givenName]')).toHaveValue('Annamaria');
		await expect(page.locator('main')).toContainText('Confermato con identità pubblica');

		await page.goto(`${origin}/logout`);
		await press(page, 'Esci');
		await page.goto(`${origin}/login?next=/account/sessions`);
		await follow(page, 'Entra con SPID o CIE');
		await expectTitle(page, 'I dispositivi collegati');
		await expect(page.locator('main')).toContainText('Con SPID o CIE.');

		await page.goto(`${origin}/logout`);
		await press(page, 'Esci');
		await expectTitle(page, 'Sei uscito dal portale');
		await expectGoodAtEveryWidth(page);
		await follow(page, 'Esci anche da SPID o CIE');
		expect(page.url()).toContain(gateway.issuer);
		await page.getByRole('button', { name: 'Yes, sign me out' }).click();
		await page.waitForURL(`${origin}/login`);
	} finally {
		portal.kill('SIGKILL');
		await gateway.close();
		database.remove();
	}
});
