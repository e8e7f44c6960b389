import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { readComparison, readRuleSet, readRuleSets } from '$lib/server/notices/rules/reading-service';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const found = await readRuleSet(db(), params.id, requireActor(locals));
	if (!found) error(404, m.rulesets_unknown());
	const { own, shipped } = await readRuleSets(db());
	const others = [...own, ...shipped].filter(({ id }) => id !== params.id);
	const chosen = url.searchParams.get('with') ?? found.base?.id ?? others[0]?.id ?? '';
	return { name: found.rules.name, others, chosen, compared: await readComparison(db(), params.id, chosen) };
};
