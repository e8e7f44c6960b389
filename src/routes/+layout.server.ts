import { config } from '$lib/server/config';
import type { Role } from '$lib/server/platform/auth/actor';
import { formMark } from '$lib/server/platform/auth/form-mark';
import type { LayoutServerLoad } from './$types';

/** The reader's name and role, for every page, and the mark that their forms carry. */
export const load: LayoutServerLoad = ({ locals, route }) => {
	// Whoever works in the place of others crosses between pages of their own and of a person, whose mark is another one.
	if (locals.actor && worksForOthers.includes((locals.helper ?? locals.actor).role)) void route.id;
	return {
		...readerOf(locals),
		recording: recordingOf(locals.actor),
		demo: config().demo,
		sourceUrl: config().sourceUrl
	};
};

const worksForOthers: readonly Role[] = ['caseworker', 'officer', 'manager'];

/** Somebody in the place of a person stays the reader of the person's pages, whose forms are marked as the person's. */
function readerOf({ actor, helper, actingFor }: App.Locals) {
	const reader = helper ?? actor;
	return {
		actor: reader && actor && { name: reader.name, role: reader.role, mark: formMark(actor.id) },
		acting: reader && actingFor && { ...actingFor, mark: formMark(reader.id) }
	};
}

const recordingOf = (actor: App.Locals['actor']) =>
	actor?.desk
		? { recordId: actor.desk.recordId, name: actor.name, channel: actor.desk.channel, on: actor.desk.on }
		: null;
