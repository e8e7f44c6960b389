import '../../../support/settings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askNewEmail, confirmNewEmail, readNewEmail } from '$lib/server/platform/accounts/change-email';
import { erasedAddress } from '$lib/server/platform/accounts/erased-address';
import { findAccount, updateAccount } from '$lib/server/platform/accounts/repository';
import { issueToken, tokenWorks } from '$lib/server/platform/accounts/tokens';
import type { Actor, Role } from '$lib/server/platform/auth/actor';
import { now } from '$lib/server/clock';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

let database: TestDatabase;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());

const invalid = { ok: false, problem: 'link-invalid' };

async function somebody(role: Role = 'applicant') {
	const { id, email } = await anAccount(database, { role });
	return { id, email, actor: { id, role, name: 'Sara', organisationId: null, demo: false } as Actor };
}

const ask = (address: string, by: Actor) => database.transact((trx) => askNewEmail(trx, address, by, now()));
const confirm = (token: string) => database.transact((trx) => confirmNewEmail(trx, token, now()));

async function mailsTo(email: string) {
	return database.db
		.selectFrom('outbox')
		.select(['subject', 'body'])
		.where('recipient', '=', email)
		.orderBy('id')
		.execute();
}

/** The secret of the last link that was mailed to `email`. */
async function linkTo(email: string): Promise<string> {
	const body = (await mailsTo(email)).at(-1)?.body ?? '';
	return /\/email\/([\w-]+)/.exec(body)?.[1] ?? '';
}

test('the address changes when the link is opened and confirmed, once; the old one is told, and not the new one', async () => {
	const { id, email, actor } = await somebody();
	const reset = await database.transact((trx) => issueToken(trx, id, 'reset_password', 1));
	expect(await ask('  Nuova.Casella@Example.ORG ', actor)).toEqual({ ok: true });
	expect((await findAccount(database.db, id))?.email).toBe(email);
	const token = await linkTo('nuova.casella@example.org');
	expect(await readNewEmail(database.db, token)).toBe('nuova.casella@example.org');

	const done = { ok: true, email: 'nuova.casella@example.org', choose: expect.any(String) as string };
	expect(await Promise.all([confirm(token), confirm(token)])).toEqual([done, done]);
	expect((await findAccount(database.db, id))?.email).toBe('nuova.casella@example.org');
	expect(await tokenWorks(database.db, reset, 'reset_password')).toBe(false);
	const told = await mailsTo(email);
	expect(told.map(({ subject }) => subject)).toEqual(['Il tuo indirizzo e-mail è cambiato']);
	expect(told[0]!.body).not.toContain('nuova');
	const acts = database.db.selectFrom('audit_entries').select('event').where('subject_id', '=', id);
	expect((await acts.execute()).filter(({ event }) => event === 'email_changed')).toHaveLength(1);

	// The notice to the old address leaves no row, so that erasing the person finds all.
	await sendDueMails(database, { send: async () => {} }, now());
	expect(await mailsTo(email)).toEqual([]);
});

test('an address that has an account gets a mail and no link, and the page cannot tell', async () => {
	const [one, other] = [await somebody(), await somebody()];
	expect(await ask(other.email, one.actor)).toEqual({ ok: true });
	expect((await mailsTo(other.email)).map(({ subject }) => subject)).toEqual(['Hai già un accesso a Chiavi']);
	expect(await ask(one.email.toUpperCase(), one.actor)).toEqual({ ok: false, problem: 'same-email' });
});

test('of two persons who want one address, the first who confirms has it', async () => {
	const [one, other] = [await somebody(), await somebody()];
	const links = [];
	for (const { actor } of [one, other]) {
		await ask('contesa@example.org', actor);
		links.push(await linkTo('contesa@example.org'));
	}
	const answers = await Promise.all(links.map(confirm));
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	expect(answers).toContainEqual(invalid);
	expect(
		await readNewEmail(
			database.db,
			links.find((_, place) => !answers[place]!.ok)!
		)
	).toBeNull();
});

test('staff, an unknown link, and a closed account change nothing', async () => {
	expect(await ask('altrove@example.org', (await somebody('officer')).actor)).toEqual({
		ok: false,
		problem: 'not-allowed'
	});
	expect(await confirm('x'.repeat(43))).toEqual(invalid);
	const { id, actor } = await somebody('landlord');
	await ask('chiusa@example.org', actor);
	const token = await linkTo('chiusa@example.org');
	await database.transact((trx) => updateAccount(trx, id, { email: erasedAddress(id), disabled_at: now() }));
	expect(await confirm(token)).toEqual(invalid);
	expect(await ask('dopo@example.org', actor)).toEqual({ ok: false, problem: 'not-allowed' });
});
