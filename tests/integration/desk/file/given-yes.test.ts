import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '$lib/server/desk/file/open-service';
import { inPlaceOf } from '$lib/server/people/mandates/acting';
import { askYes, takeYes } from '$lib/server/people/mandates/own-yes';
import { findMandate } from '$lib/server/people/mandates/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { withdrawalOf, withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { load as loadMandate } from '../../../../src/routes/(applicant)/my/mandates/[id]/+page.server';
import MandatePage from '../../../../src/routes/(applicant)/my/mandates/[id]/+page.svelte';
import { load as loadOwn } from '../../../../src/routes/(applicant)/my/requests/[id]/+page.server';
import OwnPage from '../../../../src/routes/(applicant)/my/requests/[id]/+page.svelte';
import { load as loadFile } from '../../../../src/routes/(staff)/staff/requests/[id]/+page.server';
import FilePage from '../../../../src/routes/(staff)/staff/requests/[id]/+page.svelte';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHelper, aMandate, type Helper } from '../../../support/builders/mandate';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { mandateActs } from '../../../support/mandate-acts';
import { read, servePages, shown, wordsOf } from '../../../support/pages';

let database: TestDatabase;
let officer: Actor, nadia: Actor;
let helper: Helper;
let mandateId: string;
const ids: Record<string, string> = {};
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer', 'Franca Prova');
	nadia = await anAccount(database, 'applicant');
	helper = await aHelper(database);
	mandateId = await aMandate(database, { helper, person: nadia }, NOW, { days: 31 });
	await aClosedNotice(database, { applications: [{ pseudonym: 'A-1', choices: [1], account: nadia }] });
	await aClosedNotice(database, { applications: [{ pseudonym: 'B-1', choices: [1], account: nadia }] });
	for (const { id, pseudonym } of await database.db.selectFrom('applications').select(['id', 'pseudonym']).execute()) {
		ids[pseudonym] = id;
		await database.transact((trx) => openFile(trx, id, '', officer, NOW));
	}
	await withdrawn(ids['A-1']!);
});
beforeEach(() => servePages(database, NOW));
afterAll(() => database.close());

const { lastCode } = mandateActs(() => database);

/** The helper withdraws a request with the code that its person told. */
async function withdrawn(id: string): Promise<void> {
	const inPlace = inPlaceOf((await findMandate(database.db, mandateId))!, helper);
	await database.transact((trx) => askYes(trx, withdrawalOf(id), inPlace, NOW));
	const { email } = await database.db
		.selectFrom('accounts')
		.select('email')
		.where('id', '=', nadia.id)
		.executeTakeFirstOrThrow();
	const code = await lastCode(email);
	const done = await database.transact(async (trx) => {
		await takeYes(trx, { ...withdrawalOf(id), code }, inPlace, NOW);
		return withdrawApplication(trx, id, inPlace, NOW);
	});
	expect(done).toEqual({ ok: true });
}

const staffPage = async (id: string) =>
	wordsOf(shown(FilePage, (await read([loadFile], { as: officer, params: { id } })).data));
const ownPage = async (id: string) =>
	wordsOf(shown(OwnPage, (await read([loadOwn], { as: nadia, params: { id } })).data));
const SAID = 'Sì a: ritirare la domanda, con un codice.';

describe('how a person said yes to what a helper did', () => {
	it('stands in the file of that request with who asked, and in no other file', async () => {
		expect(await staffPage(ids['A-1']!)).toContain(SAID);
		expect(await staffPage(ids['A-1']!)).toContain('chiesto da Sara Conti, Il Ballatoio');
		expect(await staffPage(ids['B-1']!)).not.toContain('Sì a:');
	});

	it('stands in the file of the person, and on the page of the mandate', async () => {
		expect(await ownPage(ids['A-1']!)).toContain(SAID);
		expect(await ownPage(ids['B-1']!)).not.toContain('Sì a:');
		const { data } = await read([loadMandate], { as: nadia, params: { id: mandateId } });
		const words = wordsOf(shown(MandatePage, data));
		expect(words).toContain(SAID);
		expect(words).toContain('Sì a: il mandato, sulla tua pagina.');
	});
});
