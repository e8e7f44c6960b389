import { localizeHref } from '$lib/paraglide/runtime';
import { now } from '$lib/server/clock';
import { placeOf } from '$lib/server/desk/work-list/place-of';
import { readWorkList, type WorkItem } from '$lib/server/desk/work-list/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { pageNumber } from '$lib/server/platform/http/page-number';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const at = now();
	const asked = { queue: url.searchParams.get('queue'), page: pageNumber(url) };
	const { groups, colleagues, queue, count, late } = await readWorkList(db(), requireActor(locals), at, asked);
	return {
		at,
		count,
		late,
		groups: groups.map(({ only, ...group }) => ({ ...group, only: only && linked(only) })),
		colleagues: colleagues.map(linked),
		queue: queue && { ...queue, items: queue.items.map(linked) }
	};
};

const linked = ({ kind, due, late, about, waitsFor, count, ...where }: WorkItem) => ({
	...{ kind, due, late, about, count, href: localizeHref(placeOf(kind, where)) },
	...(waitsFor && { waitsFor })
});
