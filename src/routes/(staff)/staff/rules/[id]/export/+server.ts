import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { readRuleSet } from '$lib/server/notices/rules/reading-service';
import type { RequestHandler } from './$types';

/** The rule set as a file that this or another portal can load. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const found = await readRuleSet(db(), params.id, requireActor(locals));
	if (!found) error(404, m.rulesets_unknown());
	return new Response(`${JSON.stringify(found.rules, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${found.rules.id}.json"`,
			'x-content-type-options': 'nosniff'
		}
	});
};
