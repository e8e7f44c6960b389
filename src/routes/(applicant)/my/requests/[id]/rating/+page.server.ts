import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { ratingReasons, stars, type Stars } from '$lib/domain/ratings/rating';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { ticked } from '$lib/server/platform/forms/fields';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { rateJourney, readOwnRating } from '$lib/server/requests/ratings/service';
import { ratedName, reasonName, starsName } from '$lib/words/rating-text';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const own = await readOwnRating(db(), params.id, requireActor(locals));
	if (!own) error(404, m.applications_problem_not_found());
	const { journey, protocol, rating } = own;
	const given = rating?.stars;
	return {
		...{ id: params.id, protocol, about: ratedName[journey](), thanks: url.searchParams.has('thanks') },
		stars: stars.map((value) => ({ value: String(value), label: starsName[value]() })),
		given: given ? String(given) : '',
		reasons: given ? ratingReasons.map((value) => ({ value, label: reasonName(value, given)() })) : [],
		chosen: rating?.reasons ?? []
	};
};

const starsForm = z.object({
	stars: z.enum(stars.map(String), { error: () => m.rating_needed() }).transform((text) => Number(text) as Stars)
});
const reasonsForm = z.object({ reasons: ticked(ratingReasons) });

type Act = { params: { id: string }; locals: App.Locals };
type Given = Omit<Parameters<typeof rateJourney>[1], 'requestId'>;

async function rate(
	given: Given,
	{ params, locals }: Act,
	onward: string
): Promise<never | ReturnType<typeof refused>> {
	const by = requireActor(locals);
	const done = await transact((trx) => rateJourney(trx, { ...given, requestId: params.id }, by, now()));
	if (!done.ok && done.problem === 'not-found') error(404, m.applications_problem_not_found());
	if (!done.ok) return refused({ stars: m.rating_needed() });
	redirect(303, link('/(applicant)/my/requests/[id]/rating', { id: params.id }) + onward);
}

const refused = (errors: Record<string, string>) => fail(422, { errors });

export const actions = {
	stars: async ({ request, params, locals }) => {
		const input = parseForm(starsForm, await request.formData());
		return input.ok ? rate(input.data, { params, locals }, '#why') : refused(input.errors);
	},
	reasons: async ({ request, params, locals }) => {
		const input = parseForm(reasonsForm, await request.formData());
		return input.ok ? rate(input.data, { params, locals }, '?thanks') : refused(input.errors);
	}
} satisfies Actions;
