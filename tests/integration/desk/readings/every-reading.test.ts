import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { now } from '$lib/server/clock';
import { castInPortal } from '$lib/server/demo/states/cast-in-portal';
import { sealEvidence } from '$lib/server/letting/offers/sealed-reason';
import { prepareRun } from '$lib/server/people/messages/print-runs';
import { myReadings } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { playedDemo, type DemoPerson } from '../../../support/builders/played-demo';
import type { TestDatabase } from '../../../support/database';
import { officeRoutes, paramsOf } from '../../../support/office-routes';
import { answerOf, read, servePages, type Params } from '../../../support/pages';
import { tellingWords } from '../../../support/telling-words';

type Server = Readonly<Record<string, (event: never) => unknown>>;
const servers = import.meta.glob<Server>([
	'../../../../src/routes/**/+page.server.ts',
	'../../../../src/routes/**/+server.ts'
]);
const serverOf = (route: string) =>
	['+page.server.ts', '+server.ts'].map((file) => servers[`../../../../src/routes${route}/${file}`]).find(Boolean);

/** What an officer wrote of an answer at the desk. */
const ANSWER = 'È venuta con le stampelle';

let database: TestDatabase;
let people: DemoPerson[];
/** Words that some page told: where it stays empty, the test looks at nothing. */
const met = new Set<string>();
let words: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
	({ database, people } = await playedDemo());
	await tellMore();
	words = await tellingWords(database, people.filter(isResident), now());
});
beforeEach(() => servePages(database, now()));
afterAll(() => database.close());

const isResident = ({ role }: Actor) => role === 'applicant' || role === 'landlord';

/** What the demo does not load: a mail that did not arrive, a print run, what an officer took down of an answer. */
async function tellMore() {
	const cast = (await castInPortal(database.db))!;
	const failed = { problem: 'refused', problem_at: now() } as const;
	await database.db.updateTable('outbox').set(failed).where('message_id', 'is not', null).execute();
	await database.transact(async (trx) => {
		const [letter] = await trx.selectFrom('messages').select('id').where('channel', '=', 'paper').execute();
		await prepareRun(trx, [letter!.id], cast.funzionario, now());
		const accepted = trx
			.selectFrom('offer_events')
			.innerJoin('offers', 'offers.id', 'offer_id')
			.innerJoin('applications', 'applications.id', 'application_id')
			.select(['offer_events.id', 'offer_id'])
			.where('event', '=', 'accepted')
			.where('applications.account_id', 'is not', null);
		const { id, offer_id } = await accepted.executeTakeFirstOrThrow();
		const evidence = await sealEvidence(trx, offer_id, 'accepted', ANSWER);
		await trx.updateTable('offer_events').set({ evidence }).where('id', '=', id).execute();
	});
}

/** What a page or a file answers to somebody of the office, as text; null for a route without a server. */
async function answered(route: string, params: Params, as: Actor): Promise<string | null> {
	const server = serverOf(route);
	if (!server) return null;
	const { load, GET } = await server();
	return load ? JSON.stringify((await read([load], { as, params })).data) : answerOf(GET!, { as, params });
}

/** Whether a reading by `by` of this person stands written. */
async function isWritten(accountId: string, by: Actor): Promise<boolean> {
	const readings = await myReadings(database.db, { ...by, id: accountId });
	return readings.some(({ readerId }) => readerId === by.id);
}

it.each(await officeRoutes())('$route tells of nobody without a row of the reading', async ({ route, roles }) => {
	const silent: string[] = [];
	for (const params of await paramsOf(database, route))
		for (const role of roles) {
			const by = people.find((one) => one.role === role)!;
			await database.db.deleteFrom('readings').execute();
			const answer = await answered(route, params, by);
			for (const [accountId, own] of words) {
				const told = own.filter((word) => answer?.includes(word));
				told.forEach((word) => met.add(word));
				if (told.length > 0 && !(await isWritten(accountId, by)))
					silent.push(`${role} ${JSON.stringify(params)}: ${told}`);
			}
		}
	expect(silent).toEqual([]);
});

it('meets names, contacts, homes and reasons on these pages', () => {
	const told = ['Nadia Esempio', 'richiedente@chiavi.example', 'via Varesina', 'Dimostrazione: manca un requisito.'];
	expect([...met]).toEqual(expect.arrayContaining([...told, ANSWER]));
});
