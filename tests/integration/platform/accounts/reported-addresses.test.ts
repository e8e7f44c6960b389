import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findByEmail } from '$lib/server/platform/accounts/repository';
import { actions } from '../../../../src/routes/(public)/signup/+page.server';
import { anAccount } from '../../../support/builders/account';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { post, servePages } from '../../../support/pages';
import { reported } from '../../../support/reported';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
	servePages(database, new Date().toISOString());
});
afterAll(() => database.close());

const { emails } = reported<{ emails: Record<'refused' | 'accepted', string[]> }>('addresses');
const signUp = (email: string, name = 'Anna Rossi', sure: readonly string[] = []) =>
	post(actions.default, { name, email, role: 'applicant', sure }, { as: null });
const asked = async (email: string) =>
	database.db.selectFrom('account_requests').select('email').where('email', '=', email).execute();

describe('an address', () => {
	it.each([...emails.accepted, 'anna@città.example'])('like %s is taken at once', async (email) => {
		expect(await signUp(email)).toMatchObject({ status: 303, location: '/signup/sent' });
	});

	it('in another alphabet goes to the domain that it means', async () => {
		await signUp('bruna@città.example');
		expect(await asked('bruna@xn--citt-3na.example')).toHaveLength(1);
	});

	it.each(emails.refused.filter((email) => email !== 'anna@città.example'))(
		'that is rare is asked about once: %s',
		async (email) => {
			const first = await signUp(email);
			expect(first).toMatchObject({ status: 422, data: { values: { email } } });
			expect(first.data!.doubts).toHaveLength(1);
			expect(await asked(email)).toEqual([]);
			const sure = first.data!.doubts!.map(({ key }) => key);
			expect(await signUp(email, 'Anna Rossi', sure)).toMatchObject({ status: 303 });
			expect(await asked(email)).toHaveLength(1);
		}
	);

	it('finds its account in either way of writing it', async () => {
		const { id } = await anAccount(database, { email: 'carla@xn--citt-3na.example' });
		expect((await findByEmail(database.db, 'Carla@CITTÀ.example'))?.id).toBe(id);
	});
});

it.each(['Anna\u3164Rossi', '\u115f\u1160', 'Anna\u200b', 'An\u202ena', 'Anna\u2800'])(
	'a name with signs that nobody sees is refused: %j',
	async (name) => {
		const { status, data } = await signUp('d.rossi@example.com', name);
		expect(status).toBe(422);
		expect(Object.keys(data!.errors!)).toEqual(['name']);
	}
);
