import { config } from '$lib/server/config';
import { formMark } from '$lib/server/platform/auth/form-mark';
import type { LayoutServerLoad } from './$types';

/** The reader's name and role, for every page, and the mark that their forms carry. */
export const load: LayoutServerLoad = ({ locals }) => ({
	...readerOf(locals),
	demo: config().demo,
	sourceUrl: config().sourceUrl
});

/** A helper stays the reader on the pages of a person, and the forms of these pages are marked as the person's. */
function readerOf({ actor, helper, actingFor }: App.Locals) {
	const reader = helper ?? actor;
	return {
		actor: reader && actor && { name: reader.name, role: reader.role, mark: formMark(actor.id) },
		acting: reader && actingFor && { ...actingFor, mark: formMark(reader.id) }
	};
}
