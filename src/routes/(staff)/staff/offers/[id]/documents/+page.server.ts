import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { personOfOffer } from '$lib/server/letting/offers/person-of-offer';
import { documentsForOffice } from '$lib/server/people/documents/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { membersOfAccount } from '$lib/server/requests/applications/known-members';
import { openPerson, shownPerson } from '../../../open-person';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const [by, asks] = [requireActor(locals), await personOfOffer(db(), params.id)];
	const person = await shownPerson(asks, by);
	if (!asks || !person) error(404, m.person_problem_not_found());
	return {
		person,
		documents: await documentsForOffice(db(), asks, await membersOfAccount(db(), asks.accountId), by, now())
	};
};

export const actions = {
	person: async (event) => openPerson(event, await personOfOffer(db(), event.params.id))
} satisfies Actions;
