import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { countEverything } from '$lib/server/desk/rights/count-service';
import { sections } from '$lib/server/desk/rights/kept-of-person';
import { sectionName } from '$lib/server/desk/rights/section-name';
import { allows } from '$lib/server/platform/auth/actor';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { partsOf } from '../export/chapters/part-of-file';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const counts = await countEverything(db(), requireActor(locals));
	if (!counts) error(404, m.rights_gone());
	const parts = sections.map((section) => ({ name: sectionName(section), count: counts[section] }));
	const files = Array.from({ length: partsOf(counts) }, (_, index) => String(index + 1));
	return { parts, files, mayErase: allows(requireActor(locals), 'applicant', 'landlord') };
};
