import { afterEach, beforeEach } from 'vitest';
import { eraseAccount } from '../../src/lib/server/desk/rights/erase-service';
import { tell } from '../../src/lib/server/people/messages/tell';
import { sendDueMails } from '../../src/lib/server/platform/mail/send-due';
import { withdrawApplication } from '../../src/lib/server/requests/applications/withdrawal-service';
import { NOW } from './builders/closed-notice';
import { EMAIL, everyKindOfRow, ODD } from './builders/every-kind-of-row';
import { withContact } from './builders/person';
import { openTestDatabase, type TestDatabase } from './database';
import { newFileStore, type TestStore } from './object-stores';
import { aPublishedRound } from './published-round';

/** After every mail is due. */
export const LATER = '2026-12-02T23:00:00.000Z';

let database: TestDatabase;
let store: TestStore;
let world: Awaited<ReturnType<typeof aPublishedRound>>;

/** Before each test: a person with a request in a published ranking, odd details and a message. */
export function aPersonToErase() {
	beforeEach(async () => {
		database = await openTestDatabase();
		store = newFileStore();
		world = await aPublishedRound(database);
		const account = { email: EMAIL, name: ODD.givenName };
		await database.db.updateTable('accounts').set(account).where('id', '=', me().id).execute();
		await withContact(database, me(), NOW, ODD);
		await tellMe();
	});
	afterEach(async () => {
		await store.remove();
		await database.close();
	});
	return { database: () => database, store: () => store, world: () => world, me, ...acts };
}

const me = () => world.applicant;
const toMe = () => ({ to: { accountId: me().id }, path: '/my', words: () => ({}) });
const tellMe = () => database.transact((trx) => tell(trx, 'home_search_received', toMe(), NOW));

const acts = {
	tellMe,
	erase: () => database.transact((trx) => eraseAccount(trx, me(), NOW)),
	everyRow: () => everyKindOfRow({ database, store, me: me(), officer: world.officer }),
	withdraw: async () => {
		const own = database.db.selectFrom('applications').select('id').where('account_id', '=', me().id);
		const { id } = await own.executeTakeFirstOrThrow();
		await database.transact((trx) => withdrawApplication(trx, id, me(), NOW));
	},
	/** Sends every mail that waits; answers the person's. */
	sendAll: async (): Promise<string[]> => {
		const sent: string[] = [];
		const transport = { send: async ({ to }: { to: string }) => void sent.push(to) };
		await sendDueMails(database, transport, LATER);
		return sent.filter((to) => to === EMAIL);
	}
};
