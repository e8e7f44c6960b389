import '../../../support/settings';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eraseAccount } from '$lib/server/desk/rights/erase-service';
import { newId } from '$lib/server/ids';
import { forgetPages, uploadsOf } from '$lib/server/people/documents/forget-pages';
import { myPage } from '$lib/server/people/documents/reading-service';
import { keepDocument } from '$lib/server/people/documents/service';
import { sweepPages } from '$lib/server/people/documents/sweep';
import type { Actor } from '$lib/server/platform/auth/actor';
import { StoreUnavailable } from '$lib/server/platform/objects/store';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { withContact } from '../../../support/builders/person';
import { inDays } from '../../../support/days-after-ids';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { everythingIn, storeKinds, type TestStore } from '../../../support/object-stores';

const [FRONT, BACK] = ['TESTO DELLA PRIMA PAGINA', 'TESTO DELLA SECONDA PAGINA'];

let database: TestDatabase;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());

describe.each(storeKinds)('pages in $kind, once the account is erased', ({ open }) => {
	let store: TestStore;
	let [me, other]: Actor[] = [];
	let theirs = '';
	beforeEach(async () => {
		store = await open();
		[me, other] = [await person(), await person()];
		await keep(me);
		await keep(me);
		theirs = await keep(other);
	});
	afterEach(() => store.remove());

	async function person(): Promise<Actor> {
		const actor = await anAccount(database, 'applicant');
		await withContact(database, actor, NOW);
		return actor;
	}

	async function keep(by: Actor): Promise<string> {
		const id = newId();
		const told = {
			holder: null,
			issued: null,
			expires: '2029-03-04',
			name: 'Nadia Haddad',
			year: null,
			explanation: ''
		};
		const pages = [FRONT, BACK].map((text) => ({
			...{ type: 'application/pdf' as const, sheets: 1, bytes: Buffer.from(text) }
		}));
		const given = { id, replaces: null, facts: { kind: 'identity' as const, ...told }, pages };
		expect(await keepDocument({ transact: database.transact, objects: store.objects }, given, by, NOW)).toEqual({
			ok: true
		});
		return id;
	}

	/** Answers what names the pages, as the page that erases asks it before. */
	async function erase(): Promise<string[]> {
		const uploads = await uploadsOf(database.db, me!.id);
		expect(await database.transact((trx) => eraseAccount(trx, me!, NOW))).toEqual({ ok: true });
		return uploads;
	}

	const othersPage = async () =>
		(await myPage({ db: database.db, objects: store.objects }, { id: theirs, number: 2 }, other!))?.bytes.toString();

	it('are removed at once and for good; removing them again does nothing, and another’s stay', async () => {
		const uploads = await erase();
		expect(uploads).toHaveLength(2);
		await forgetPages(store.objects, uploads);
		await forgetPages(store.objects, uploads);
		expect(await store.objects.list()).toHaveLength(2);
		expect(await othersPage()).toBe(BACK);
	});

	it('are removed by the sweep where the process was killed in between, and are no plain text until then', async () => {
		await erase();
		expect(await store.objects.list()).toHaveLength(6);
		const files = everythingIn(store.folder);
		for (const file of files) for (const plain of [FRONT, BACK]) expect(file.includes(plain)).toBe(false);
		await sweepPages(database, store.objects, inDays(8));
		expect(await store.objects.list()).toHaveLength(2);
		expect(await othersPage()).toBe(BACK);
	});

	it('are removed by the sweep where the process was killed at the first page', async () => {
		const uploads = await erase();
		let left = 1;
		const dying = {
			...store.objects,
			remove: async (name: string) => {
				if (left === 0) throw new Error('killed');
				left -= 1;
				await store.objects.remove(name);
			}
		};
		await expect(forgetPages(dying, uploads)).rejects.toThrow('killed');
		expect(await store.objects.list()).toHaveLength(5);
		await sweepPages(database, store.objects, inDays(8));
		expect(await store.objects.list()).toHaveLength(2);
	});

	it('wait for the sweep while the store is down', async () => {
		const uploads = await erase();
		await store.fail();
		await expect(forgetPages(store.objects, uploads)).rejects.toThrow(StoreUnavailable);
		await expect(sweepPages(database, store.objects, inDays(8))).rejects.toThrow(StoreUnavailable);
		await store.mend();
		expect(await store.objects.list()).toHaveLength(6);
		await sweepPages(database, store.objects, inDays(8));
		expect(await store.objects.list()).toHaveLength(2);
	});
});
