import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '$lib/server/desk/file/open-service';
import { readOwnFile } from '$lib/server/desk/file/own-file';
import { newId } from '$lib/server/ids';
import type { Actor } from '$lib/server/platform/auth/actor';
import { writeNote } from '$lib/server/requests/notes/service';
import { askHousehold, correctFact } from '$lib/server/requests/verification/check-service';
import { load } from '../../../../src/routes/(applicant)/my/requests/[id]/+page.server';
import OwnPage from '../../../../src/routes/(applicant)/my/requests/[id]/+page.svelte';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { aHousehold } from '../../../support/builders/household';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { read, servePages, shown, wordsOf } from '../../../support/pages';

const NOTE = 'una nota che la famiglia non vede qui';
let database: TestDatabase;
let officer: Actor, nadia: Actor, stranger: Actor;
let id: string;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer', 'Franca Prova');
	nadia = await anAccount(database, 'applicant');
	stranger = await anAccount(database, 'applicant');
	await withContact(database, nadia, NOW);
	const household = aHousehold({ assetsCents: 500_000 });
	await aClosedNotice(database, { applications: [{ pseudonym: 'A-1', choices: [1], account: nadia, household }] });
	const row = await database.db.selectFrom('applications').select('id').executeTakeFirstOrThrow();
	({ id } = row);
	await database.transact((trx) => openFile(trx, id, '', officer, NOW));
});
beforeEach(() => servePages(database, NOW));
afterAll(() => database.close());

const own = () => readOwnFile(database.db, id, nadia, NOW);
const page = async () => wordsOf(shown(OwnPage, (await read([load], { as: nadia, params: { id } })).data));

describe('the file of one’s own request', () => {
	it('is nobody else’s', async () => {
		expect(await readOwnFile(database.db, id, stranger, NOW)).toBeNull();
		expect(await readOwnFile(database.db, id, officer, NOW)).toBeNull();
	});

	it('tells what is to be checked, who read it, and how the household is reached', async () => {
		const file = (await own())!;
		expect(file.check.rows.length).toBeGreaterThan(2);
		expect(file.check.rows.every(({ last, state }) => last === null && state === 'open')).toBe(true);
		expect(file.readings).toMatchObject([{ reader: 'Franca Prova' }]);
		expect(file.contact).toMatchObject({ isProtected: false, phone: '+39 333 123 4567' });
		expect(file.askedUntil).toBeNull();
		expect(await page()).toMatch(/Per e-mail: [^ ]+@/);
	});

	it('shows the corrected value beside the declared one, with the check, and whose turn it is', async () => {
		const evidence = { how: 'register', source: 'Catasto di prova', on: '2026-11-20' } as const;
		const found = { id, fact: 'assetsCents', seen: 0, value: 700_000, evidence, reason: 'saldo del conto' } as const;
		expect(await database.transact((trx) => correctFact(trx, found, officer, NOW))).toMatchObject({ ok: true });
		const asked = {
			id,
			fact: 'municipalitySince',
			seen: 0,
			question: 'Serve il certificato.',
			until: '2026-12-02'
		} as const;
		expect(await database.transact((trx) => askHousehold(trx, asked, officer, NOW))).toMatchObject({ ok: true });
		const words = await page();
		for (const told of ['5.000,00', '7.000,00', 'Catasto di prova', 'saldo del conto', 'aspetta un documento'])
			expect(words).toContain(told);
		expect((await own())!.askedUntil).not.toBeNull();
	});

	it('tells nothing of the notes of the office', async () => {
		const note = { id: newId(), corrects: null, text: NOTE };
		expect(await database.transact((trx) => writeNote(trx, id, note, officer, NOW))).toEqual({ ok: true });
		expect((await own())!.history.map(({ event }) => event)).not.toContain('note_written');
		expect(JSON.stringify(await own())).not.toContain(NOTE);
		expect(await page()).not.toContain(NOTE);
	});
});
