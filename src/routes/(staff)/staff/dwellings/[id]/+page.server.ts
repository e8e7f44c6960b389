import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { classify } from '$lib/domain/accessibility/classify';
import { dayOf } from '$lib/domain/calendar/deadline';
import { measuresOf } from '$lib/domain/dwelling/measures-of';
import { recordableMilestones } from '$lib/domain/programme/milestone';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { recordMilestone } from '$lib/server/homes/dwellings/milestone-service';
import { milestoneFields, milestoneSentence } from '$lib/server/homes/dwellings/problems';
import { dwellingFile } from '$lib/server/homes/dwellings/reading-service';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { noticePromises } from '$lib/server/notices/notices/notice-promises';
import { readRemovals } from '$lib/server/letting/removals/reading-service';
import { removalActions } from './removal-actions';
import type { Actions, PageServerLoad } from './$types';

const optional = z
	.string()
	.max(200, { error: () => m.register_error_long({ longest: 200 }) })
	.default('')
	.transform((text) => text || null);
const milestoneForm = z.object({
	event: z.enum(recordableMilestones, { error: () => m.register_error_choose() }),
	on: z.iso.date({ error: () => m.register_error_date() }),
	document: optional
});

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const file = await dwellingFile(db(), params.id, now());
	if (!file) error(404, m.error_404_title());
	const done = (what: string) => url.searchParams.has(what);
	const classified = classify(measuresOf(file.dwelling));
	const removals = await readRemovals(db(), params.id, requireActor(locals), now());
	const told = {
		removed: done('removed'),
		removal: url.searchParams.get('removal'),
		told: Number(url.searchParams.get('told') ?? 0)
	};
	const said = { recorded: done('recorded'), changed: done('changed'), told };
	return { ...file, classified, removals, today: dayOf(now()), ...said };
};

export const actions = {
	record: async ({ request, params, locals }) => {
		const input = parseForm(milestoneForm, await request.formData());
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const by = requireActor(locals);
		const result = await transact((trx) =>
			recordMilestone(trx, { ...input.data, dwellingId: params.id }, noticePromises, by, now())
		);
		if (result.ok) redirect(303, `${link('/(staff)/staff/dwellings/[id]', params)}?recorded`);
		const sentence = milestoneSentence(result);
		const field = milestoneFields[result.problem as keyof typeof milestoneFields];
		const values: Record<string, string | string[]> = {
			...input.data,
			document: input.data.document ?? ''
		};
		return field
			? fail(422, { errors: { [field]: sentence } as Record<string, string>, values, problem: undefined })
			: fail(409, { errors: {} as Record<string, string>, values, problem: sentence });
	},
	remove: removalActions.remove,
	confirmRemoval: removalActions.confirmRemoval,
	dismissRemoval: removalActions.dismissRemoval,
	endRemoval: removalActions.endRemoval
} satisfies Actions;
