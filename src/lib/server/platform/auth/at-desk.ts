import { redirect, type Handle } from '@sveltejs/kit';
import type { Instant } from '$lib/domain/calendar/instant';
import { localizeHref } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { handBack } from '$lib/server/platform/http/hand-back';
import { allows, type Actor } from './actor';
import { actionName } from './act-name';
import { isDeskPage, mayAtDesk, twinAtDesk } from './desk-pages';

/** The household for which an officer has a record open; null without one. */
type FindHousehold = (by: Actor, at: Instant) => Promise<Actor | null>;

/**
 * Puts the household of an open record in the place of its officer, on the pages of the household that the desk uses, and
 * nowhere else. The record is asked for at each request, so that what ended stops at once. A form that is sent after the end is
 * refused with a sentence, and what was typed in it is given back.
 */
export const atDesk =
	(find: FindHousehold): Handle =>
	async ({ event, resolve }) => {
		const { locals, route, request, url, params } = event;
		const { actor } = locals;
		const routeId = route.id;
		if (!actor || !routeId || !/^\/\((applicant|account)\)/.test(routeId) || !allows(actor, 'officer', 'manager'))
			return resolve(event);
		const isPost = request.method === 'POST';
		const household = isDeskPage(routeId) || !isPost ? await find(actor, now()) : null;
		const twin = household?.desk && !isPost && twinAtDesk(routeId, household.desk.recordId, params);
		if (twin) redirect(303, localizeHref(twin));
		const may = mayAtDesk(routeId, isPost ? actionName(url.searchParams) : 'GET');
		if (isPost && may && !household) return handBack(event, 'desk');
		if (household && may) {
			locals.helper = actor;
			locals.actor = household;
		}
		return resolve(event);
	};
