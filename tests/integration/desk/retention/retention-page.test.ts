import { expect, it } from 'vitest';
import { carryOutRetention } from '$lib/server/desk/retention/carry-out';
import type { Actor } from '$lib/server/platform/auth/actor';
import { actions, load } from '../../../../src/routes/(staff)/staff/retention/+page.server';
import RetentionPage from '../../../../src/routes/(staff)/staff/retention/+page.svelte';
import { anAccount } from '../../../support/builders/closed-notice';
import { post, read, servePages, shown, wordsOf } from '../../../support/pages';
import { aPersonToErase } from '../../../support/person-to-erase';

const { database, world, sendAll } = aPersonToErase();
const FAR = '2041-01-01T00:00:00.000Z';

const page = async (as: Actor) => shown(RetentionPage, (await read([load], { as })).data);
const words = async (as: Actor) => wordsOf(await page(as));

it('leads two managers from the preview to what is gone; others only read', async () => {
	const manager = world().manager;
	const other = await anAccount(database(), 'manager', 'Altra Dirigente');
	await sendAll();
	servePages(database(), FAR);
	expect(await words(world().officer)).not.toContain('Prepara l’elenco');
	expect(await words(manager)).toMatch(/Domande inviate 3 .* 10 anni dalla chiusura dell’avviso .*Prepara l’elenco/);

	expect(await post(actions.propose, {}, { as: manager })).toMatchObject({ status: 303 });
	expect(await words(manager)).toMatch(/attende un altro dirigente .*Domande inviate: 3/);
	expect(await words(manager)).not.toContain('Elimina per sempre');
	expect(await words(other)).toContain('Elimina per sempre');

	const run = /name="run" value="([^"]+)"/.exec(await page(other))![1]!;
	const confirm = (as: Actor) => post(actions.decide, { run, outcome: 'confirmed' }, { as });
	expect(await confirm(manager)).toMatchObject({ status: 409, data: { problem: expect.stringContaining('altro') } });
	expect(await post(actions.decide, { run: '', outcome: 'x' }, { as: other })).toMatchObject({ status: 422 });
	expect(await confirm(other)).toMatchObject({ status: 303 });
	expect(await words(other)).toContain('sta eliminando');

	await carryOutRetention(database(), FAR);
	expect(await words(other)).toMatch(
		/Oggi non c’è nulla da eliminare.*Elenchi di prima.*Altra Dirigente Eliminati: .*Domande inviate: 3/
	);
});
