import { error, fail } from '@sveltejs/kit';
import { classify } from '$lib/domain/accessibility/classify';
import { unsurveyedDwelling } from '$lib/domain/accessibility/features';
import { fitFor } from '$lib/domain/accessibility/fit';
import { needsOf } from '$lib/domain/accessibility/needs';
import { measuresOf } from '$lib/domain/dwelling/measures-of';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { publishedDwelling } from '$lib/server/homes/dwellings/reading-service';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { readWorkCosts } from '$lib/server/homes/work-costs/service';
import { needsForm } from '../needs-form';
import type { Actions, PageServerLoad } from './$types';

const known = async (code: string) => (await publishedDwelling(db(), code, now())) ?? error(404, m.error_404_title());

export const load: PageServerLoad = async ({ params }) => {
	const { dwelling, provenance, notice } = await known(params.code);
	const { history, ...facts } = dwelling;
	const building = { ...facts.building, measuredBy: null };
	// The measures inside a home may tell something about the people who live there.
	const inside = history.keysDelivered ? { ...unsurveyedDwelling, measuredOn: null } : {};
	return {
		// The public page does not name the surveyor.
		dwelling: { ...facts, building, measuredBy: null, ...inside },
		provenance,
		notice,
		classified: history.keysDelivered ? null : classify(measuresOf(dwelling)),
		offered: history.offered,
		keysDelivered: history.keysDelivered,
		// The public page does not name the people who recorded and signed.
		milestones: history.milestones.map(({ event, at, document, source }) => ({ event, at, document, source }))
	};
};

export const actions = {
	/** Answers whether the dwelling suits. The form uses POST, so needs are in no address and no log. Nothing is saved. */
	fit: async ({ request, params }) => {
		const input = parseForm(needsForm, await request.formData());
		const { dwelling } = await known(params.code);
		if (dwelling.history.keysDelivered) error(404, m.error_404_title());
		const needs = input.ok ? input.data.needs : [];
		if (needs.length === 0) return fail(422, { needs, errors: { needs: m.fit_ask_none() } as Record<string, string> });
		const { costs } = await readWorkCosts(db());
		return {
			needs,
			errors: {} as Record<string, string>,
			answer: { fit: fitFor(needsOf(needs), measuresOf(dwelling)), costs }
		};
	}
} satisfies Actions;
