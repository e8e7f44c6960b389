import '../../../support/settings';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { noNeeds } from '$lib/domain/accessibility/needs';
import { eraseAccount } from '$lib/server/desk/rights/erase-service';
import { newId } from '$lib/server/ids';
import { askForHome } from '$lib/server/letting/home-searches/service';
import { keepDocument } from '$lib/server/people/documents/service';
import { confirmByIdentity } from '$lib/server/people/persons/confirm';
import { saveOwnPerson } from '$lib/server/people/persons/service';
import { savePersonTold } from '$lib/server/people/persons/told-persons';
import { noteReading } from '$lib/server/people/readings/service';
import { AccountErased } from '$lib/server/platform/accounts/hold-account';
import { chooseLanguage } from '$lib/server/platform/accounts/own-account';
import { linkIdentity } from '$lib/server/platform/identity/link';
import { begin } from '$lib/server/requests/applications/draft-service';
import { NOW } from '../../../support/builders/closed-notice';
import { EMAIL } from '../../../support/builders/every-kind-of-row';
import { aPersonToErase } from '../../../support/person-to-erase';
import { rowsOfPerson } from '../../../support/rows-of-person';

const { database, store, world, me, erase, withdraw, tellMe } = aPersonToErase();

const details = {
	...{ givenName: 'Nadia', familyName: 'Ferri', taxCode: 'FRRNDA80A41F205X', birthPlace: '', phone: '', street: '' },
	...{
		postcode: '',
		town: '',
		safeContact: '',
		ordinaryWays: 'unsaid' as const,
		channel: 'email' as const,
		spoken: 'it' as const
	}
};
const told = { givenName: 'Nadia', familyName: 'Ferri', taxCode: '', birthDate: '' as const, birthPlace: '' };
const met = { issuer: 'https://identity.example', subject: 'n', claims: { ...told, email: '', emailVerified: false } };
const search = { people: 1, iseeCents: 1, yearlyIncomeCents: null, neededBy: null, smokes: false, hasPets: false };
const paper = {
	kind: 'other' as const,
	holder: null,
	issued: null,
	expires: null,
	name: 'Nadia',
	year: null,
	explanation: 'x'
};
const pages = [{ type: 'application/pdf' as const, sheets: 1, bytes: Buffer.from('a page') }];

/** What a second tab may still send when the first one has erased the account. */
const acts = {
	details: () => database().transact((trx) => saveOwnPerson(trx, () => details, me(), NOW)),
	'a member of the household': () =>
		database().transact((trx) => savePersonTold(trx, { id: null, names: details }, me(), NOW)),
	'a draft': () => database().transact((trx) => begin(trx, { noticeId: world().noticeId, answers: {} }, me(), NOW)),
	'a document': () => {
		const places = { transact: database().transact, objects: store().objects };
		return keepDocument(places, { id: newId(), replaces: null, facts: paper, pages }, me(), NOW);
	},
	'a search': () => database().transact((trx) => askForHome(trx, { ...search, needs: noNeeds }, me(), NOW)),
	'an identity': () => database().transact((trx) => linkIdentity(trx, met, me(), NOW)),
	'a language': () => database().transact((trx) => chooseLanguage(trx, 'en', me(), NOW))
};

/** Every row of a table that an erasure empties, and the account itself. */
async function whatStays() {
	const rows = await rowsOfPerson(database().db, { id: me().id, email: EMAIL });
	const persons = await database().db.selectFrom('persons').selectAll().execute();
	return { rows: [...rows], persons, files: await store().objects.list() };
}

it.each(Object.entries(acts))('saving %s after the erasure is refused and leaves no row', async (_what, act) => {
	await withdraw();
	await erase();
	const before = await whatStays();
	await expect(act()).rejects.toThrow(AccountErased);
	expect(await whatStays()).toEqual(before);
});

it('a confirmation by an identity that is gone says that nothing was told', async () => {
	await withdraw();
	await erase();
	const late = database().transact((trx) => confirmByIdentity(trx, me(), NOW));
	expect(await late).toEqual({ ok: false, problem: 'nothing-told' });
});

/** A promise and what keeps it. */
function gate() {
	let open = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	return { open, opened };
}

/** Until somebody waits for a lock; on SQLite a second transaction waits by itself. */
async function somebodyWaits(): Promise<void> {
	if (database().kind === 'sqlite') return;
	const waiting = sql<{ count: number }>`select count(*) as count from pg_stat_activity
		where datname = current_database() and wait_event_type = 'Lock'`;
	while ((await waiting.execute(database().db)).rows[0]?.count === 0);
}

it('a save that began before the erasure is erased with the rest', async () => {
	await withdraw();
	const saved = gate();
	const goOn = gate();
	const save = database().transact(async (trx) => {
		await savePersonTold(trx, { id: null, names: details }, me(), NOW);
		await saveOwnPerson(trx, () => details, me(), NOW);
		saved.open();
		await goOn.opened;
	});
	await saved.opened;
	const erased = erase();
	await somebodyWaits();
	goOn.open();
	await save;
	expect(await erased).toEqual({ ok: true });
	expect(await database().db.selectFrom('persons').select('id').where('account_id', '=', me().id).execute()).toEqual(
		[]
	);
});

it('while an erasure is under way, saves wait and are refused, the office tells nobody and notes no reading', async () => {
	await withdraw();
	const done = gate();
	const goOn = gate();
	const erased = database().transact(async (trx) => {
		const answer = await eraseAccount(trx, me(), NOW);
		done.open();
		await goOn.opened;
		return answer;
	});
	await done.opened;
	const letter = { accountId: me().id, subject: { type: 'letter' as const, id: 'L' } };
	const read = database().transact((trx) => noteReading(trx, letter, world().officer, NOW));
	// Fewer than the connections of a pool.
	const saves = [acts.details(), acts['a document'](), acts['a draft'](), acts['a language']()];
	const late = Promise.allSettled([...saves, tellMe(), read]);
	await somebodyWaits();
	goOn.open();
	expect(await erased).toEqual({ ok: true });
	const answers = await late;
	expect(answers.slice(0, -2).map((one) => one.status === 'rejected' && one.reason)).toEqual(
		saves.map(() => expect.any(AccountErased))
	);
	expect(answers.slice(-2)).toEqual([
		{ status: 'fulfilled', value: null },
		{ status: 'fulfilled', value: undefined }
	]);
	const { persons, rows, files } = await whatStays();
	expect([persons, files]).toEqual([[], []]);
	for (const [table, left] of rows)
		if (['messages', 'documents', 'application_drafts', 'identities', 'readings'].includes(table))
			expect(left, table).toEqual([]);
});
