import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/db/app';
import { publishedDwelling } from '$lib/server/dwellings/reading-service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const dwelling = await publishedDwelling(db(), params.code, now());
	if (!dwelling) error(404, m.error_404_title());
	const { history, ...facts } = dwelling;
	return {
		dwelling: facts,
		offered: history.offered,
		keysDelivered: history.keysDelivered,
		// Who recorded and who signed is for the register, not for everybody.
		milestones: history.milestones.map(({ event, at, document, source }) => ({ event, at, document, source }))
	};
};
