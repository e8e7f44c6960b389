import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { countEverything } from '$lib/server/desk/rights/count-service';
import { sections } from '$lib/server/desk/rights/kept-of-person';
import { allows } from '$lib/server/platform/auth/actor';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const counts = await countEverything(db(), requireActor(locals));
	if (!counts) error(404, m.rights_gone());
	// Named here: a page that looks up its words by key would send all words of the portal to the browser.
	const parts = sections.map((section) => ({ name: m[`rights_part_${section}`](), count: counts[section] }));
	return { parts, mayErase: allows(requireActor(locals), 'applicant', 'landlord') };
};
