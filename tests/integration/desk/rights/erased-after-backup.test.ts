import '../../../support/settings';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noNeeds } from '$lib/domain/accessibility/needs';
import { eraseRestored } from '$lib/server/desk/rights/erase-restored';
import { eraseAccount } from '$lib/server/desk/rights/erase-service';
import { askForHome, endHomeSearch } from '$lib/server/letting/home-searches/service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { findByEmail } from '$lib/server/platform/accounts/repository';
import { verifyChain } from '$lib/server/platform/audit/verify';
import type { Actor } from '$lib/server/platform/auth/actor';
import { backUp, restore } from '$lib/server/platform/db/backup';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { linkIdentity, makeAccount } from '$lib/server/platform/identity/link';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const HER = { givenName: 'Zenobia Filippa', familyName: 'Quaglierini', street: 'Vicolo Introvabile 99' };
const HIM = { givenName: 'Ermenegildo Ugo', familyName: 'Introvabile', street: 'Piazza Inesistente 12' };
const WORDS = ['Zenobia Quaglierini', ...Object.values(HER), ...Object.values(HIM)];

const met = {
	...{ issuer: 'https://identity.example', subject: 'zenobia' },
	claims: {
		...{ taxCode: '', givenName: HER.givenName, familyName: HER.familyName, birthDate: '' as const, birthPlace: '' },
		...{ email: 'zenobia@new.example', emailVerified: true }
	}
};

const wanted = { people: 1, iseeCents: 1, yearlyIncomeCents: null, neededBy: null, smokes: false, hasPets: false };
const search = { ...wanted, needs: noNeeds };

let database: TestDatabase;
let folder: string;
let her: Actor;
let him: Actor;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'chiavi-erased-'));
	database = await openTestDatabase();
	her = await anAccount(database, 'applicant', 'Zenobia Quaglierini');
	him = await anAccount(database, 'applicant', 'Ermenegildo Introvabile');
	await withContact(database, her, NOW, HER);
	await withContact(database, him, NOW, HIM);
});
afterEach(async () => {
	await database.close();
	rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);
const backUpAs = async (name: string) =>
	expect(await backUp(database.url.replace(/^sqlite:/, ''), at(name))).toMatchObject({ ok: true });
const addressOf = async ({ id }: Actor, { db }: Pick<AppDatabase, 'db'> = database) =>
	(await db.selectFrom('accounts').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email;

/** The portal as a backup brings it back, with the keys that lie beside it. */
async function restored<Answer>(name: string, look: (portal: AppDatabase) => Promise<Answer>): Promise<Answer> {
	expect(await restore(at(name), at('restored.db'), 'x')).toMatchObject({ ok: true });
	const portal = createDatabase(`sqlite:${at('restored.db')}`);
	return look(portal).finally(() => portal.close());
}

describe.skipIf(process.env['TEST_DATABASE'] === 'postgres')('a backup of SQLite', () => {
	it('names nobody and opens nothing; with its keys all of it comes back', async () => {
		const address = await addressOf(her);
		await backUpAs('monday.db');
		const text = readFileSync(at('monday.db'), 'latin1');
		for (const word of [...WORDS, address]) expect(text, word).not.toContain(word);
		await restored('monday.db', async (portal) => {
			expect(await readOwnPerson(portal.db, her.id)).toMatchObject({ facts: HER });
			expect(await findByEmail(portal.db, address)).toMatchObject({ id: her.id, name: 'Zenobia Quaglierini' });
			expect(await verifyChain(portal.db)).toMatchObject({ ok: true });
		});
	});

	it('of before an erasure, with the keys of after it, does not bring the person back, and everybody else', async () => {
		const address = await addressOf(her);
		await backUpAs('monday.db');
		expect(await database.transact((trx) => eraseAccount(trx, her, NOW))).toEqual({ ok: true });
		await sendDueMails(database, { send: async () => {} }, NOW);
		await backUpAs('tuesday.db');
		const files = ['monday.db', 'tuesday.db', 'chiavi-keys.db']
			.map((name) => readFileSync(at(name), 'latin1'))
			.join('');
		for (const word of [...Object.values(HER), 'Zenobia Quaglierini', address]) expect(files, word).not.toContain(word);
		await restored('monday.db', async (portal) => {
			expect(await readOwnPerson(portal.db, her.id)).toBeNull();
			expect(await findByEmail(portal.db, address)).toBeUndefined();
			expect(await readOwnPerson(portal.db, him.id)).toMatchObject({ facts: HIM });
			expect(await addressOf(him, portal)).toBe(await addressOf(him));
		});
	});

	it('lets a person who was erased since enter anew with the same public identity, and holds no row of theirs', async () => {
		await database.transact((trx) => linkIdentity(trx, met, her, NOW));
		await database.transact((trx) => askForHome(trx, search, her, NOW));
		await backUpAs('monday.db');
		await database.transact((trx) => endHomeSearch(trx, her, NOW));
		expect(await database.transact((trx) => eraseAccount(trx, her, NOW))).toEqual({ ok: true });
		await backUpAs('tuesday.db');
		await restored('monday.db', async (portal) => {
			await portal.transact((trx) => eraseRestored(trx, NOW));
			const persons = await portal.db.selectFrom('persons').select('account_id').execute();
			expect(persons).toEqual([{ account_id: him.id }]);
			expect(await portal.db.selectFrom('tenant_requests').select('id').execute()).toEqual([]);
			expect(await portal.transact((trx) => makeAccount(trx, met, 'it', NOW))).toMatchObject({ ok: true });
		});
	});

	it('is not brought back with keys that are older than it', async () => {
		await backUpAs('monday.db');
		await anAccount(database, 'applicant', 'Uno Nuovo');
		expect(await backUp(database.url.replace(/^sqlite:/, ''), at('tuesday.db'), at('other-keys.db'))).toMatchObject({
			ok: true
		});
		expect(await restore(at('tuesday.db'), at('restored.db'), 'x')).toMatchObject({
			ok: false,
			problem: expect.stringContaining('older than the backup')
		});
	});
});
