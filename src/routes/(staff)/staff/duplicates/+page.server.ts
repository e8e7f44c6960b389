import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { db } from '$lib/server/platform/db/app';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { clusterViews, listClusters, type ListedCluster } from '$lib/server/requests/duplicates/reading-service';
import { formatDate, formatNumber } from '$lib/words/format';
import { evidenceText, outcomeName, viewName } from './duplicate-text';
import type { PageServerLoad } from './$types';

const path = () => link('/(staff)/staff/duplicates');

const query = z.object({
	view: z.enum(clusterViews).catch('people'),
	after: z
		.string()
		.regex(/^[\w:.~-]{1,80}$/)
		.catch('')
});

/** Groups by ids alone: neither a name nor what links people stands in the address. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = query.parse(Object.fromEntries(url.searchParams));
	const list = await listClusters(db(), asked, requireActor(locals));
	if (!list) error(403, m.duplicates_problem_not_allowed());
	const name = viewName(list.waiting);
	const href = (search: Record<string, string>) => `${path()}?${new URLSearchParams(search)}`;
	const { view, after } = asked;
	return {
		views: clusterViews.map((one) => ({ href: href({ view: one }), name: name[one], current: one === view })),
		isDecided: view === 'decided',
		rows: list.clusters.map(rowText),
		first: after ? href({ view }) : null,
		next: list.next && href({ view, after: list.next })
	};
};

function rowText(cluster: ListedCluster) {
	const { id } = cluster;
	if (cluster.isProtected)
		return {
			id,
			title: m.duplicates_protected(),
			why: [m.duplicates_protected_hint()],
			people: '',
			on: '',
			outcome: ''
		};
	const { protocols, size, evidence, foundAt, decidedAt, outcome } = cluster;
	const many = m.duplicates_many({ count: formatNumber(size) });
	return {
		id,
		title: protocols.length > 0 ? protocols.join(', ') : many,
		why: evidenceText(evidence),
		people: formatNumber(size),
		on: formatDate(decidedAt ?? foundAt),
		outcome: outcome ? outcomeName[outcome]() : ''
	};
}
