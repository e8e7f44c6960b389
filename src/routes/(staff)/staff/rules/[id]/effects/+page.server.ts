import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { readEffects } from '$lib/server/allocation/rule-change/service';
import { findAny } from '$lib/server/notices/rules/find-rule-set';
import { noticesWithRequests, readRuleSet, readRuleSets } from '$lib/server/notices/rules/reading-service';
import { readDwellingCodes } from '$lib/server/notices/rules/dwelling-codes';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const by = requireActor(locals);
	const found = await readRuleSet(db(), params.id, by);
	if (!found) error(404, m.rulesets_unknown());
	const notices = await noticesWithRequests(db());
	const { own, shipped } = await readRuleSets(db());
	const others = [...own, ...shipped].filter(({ id }) => id !== params.id);
	const asked = notices.find(({ id }) => id === url.searchParams.get('notice'));
	const against = url.searchParams.get('against') ?? found.base?.id ?? others[0]?.id ?? '';
	const before = await findAny(db(), against);
	const choice = { name: found.rules.name, notices, others, against, notice: asked ?? null };
	if (!asked || !before) return { ...choice, beforeName: before?.name ?? null, effects: null, codes: {} };
	const effects = await readEffects(db(), { noticeId: asked.id, before, after: found.rules }, by);
	return { ...choice, beforeName: before.name, effects, codes: await readDwellingCodes(db(), asked.id) };
};
