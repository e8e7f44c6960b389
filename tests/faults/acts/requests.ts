import type { Answers } from '$lib/domain/application/answers';
import { saveOwnPerson } from '$lib/server/people/persons/service';
import { beginAmendment } from '$lib/server/requests/applications/amend';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { findDraft } from '$lib/server/requests/applications/draft-repository';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import { withdrawApplication } from '$lib/server/requests/applications/withdrawal-service';
import { answersOf } from '../../support/builders/application';
import { aPerson } from '../../support/builders/person';
import { aHousehold } from '../../support/builders/household';
import { accountOf, type Act, type World } from '../world';

const every = ['members', 'residence', 'home', 'income', 'needs', 'choices'] as const;

/** Complete answers of a person, told apart from earlier ones by `mark`: an income, an area, an order of choices. */
function marked({ cast }: World, who: number, mark: number): Answers {
	const home = { kind: 'rented', netAreaDm2: 4_000 + mark, eviction: 'none', unhealthy: who % 2 === 0 } as const;
	const household = aHousehold({ iseeCents: 1_000_000 + mark, home });
	return answersOf(household, mark % 2 === 0 ? cast.dwellings : cast.dwellings.toReversed());
}

const answering =
	(...parts: readonly (keyof Answers)[]): Act =>
	async (world, who) => {
		const by = await accountOf(world, who);
		if (!by) return null;
		const [mark, { notice }] = [world.step, world.cast];
		const all = marked(world, who, mark);
		const change = Object.fromEntries(parts.map((part) => [part, all[part]]));
		return {
			run: ({ transact }, at) =>
				transact((trx) => saveAnswers(trx, notice, (before) => ({ ...before, ...change }), by, at)),
			tells: () => [],
			saved: { person: who % world.cast.people.length, parts, mark }
		};
	};

const tellContact: Act = async (world, who) => {
	const by = await accountOf(world, who);
	if (!by) return null;
	const facts = aPerson({ street: `Via Inventata ${world.step}` });
	return {
		run: ({ transact }, at) => transact((trx) => saveOwnPerson(trx, () => facts, by, at)),
		tells: () => ['contact_saved']
	};
};

const amend: Act = async (world, who) => {
	const by = await accountOf(world, who);
	const request = await newestRequest(world, who);
	if (!by || !request) return null;
	return {
		run: ({ transact }, at) => transact((trx) => beginAmendment(trx, request.id, by, at)),
		tells: () => []
	};
};

const send: Act = async (world, who) => {
	const by = await accountOf(world, who);
	if (!by) return null;
	const { db } = world.database;
	const noticeId = world.cast.notice;
	const sent = await newestRequest(world, who);
	const draftId = (await findDraft(db, noticeId, by.id))?.id ?? sent?.id;
	if (!draftId) return null;
	const amends = sent !== undefined && sent.endedAt === null && sent.id !== draftId;
	return {
		run: ({ transact }, at) => transact((trx) => submitApplication(trx, { noticeId, draftId }, by, at)),
		tells: () => (amends ? ['application_submitted', 'application_replaced'] : ['application_submitted']),
		subject: draftId
	};
};

const withdraw: Act = async (world, who) => {
	const by = await accountOf(world, who);
	const request = await newestRequest(world, who);
	if (!by || !request) return null;
	return {
		run: ({ transact }, at) => transact((trx) => withdrawApplication(trx, request.id, by, at)),
		tells: () => ['application_withdrawn'],
		subject: request.id
	};
};

/** The request that a person sent last. */
export async function newestRequest({ cast, database }: World, who: number) {
	return database.db
		.selectFrom('applications')
		.innerJoin('accounts', 'accounts.id', 'applications.account_id')
		.select(['applications.id', 'applications.pseudonym', 'applications.ended_at as endedAt'])
		.where('accounts.email', '=', cast.people[who % cast.people.length]!)
		.orderBy('applications.submitted_at', 'desc')
		.executeTakeFirst();
}

export const requestActs = {
	'tells how to be reached': tellContact,
	'answers everything': answering(...every),
	'answers the income': answering('income'),
	'answers the home': answering('home'),
	'begins to correct the request': amend,
	'sends the request': send,
	'withdraws the request': withdraw
} satisfies Record<string, Act>;
