import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { offerProblem } from '$lib/server/letting/offers/problems';
import { readWave } from '$lib/server/letting/offers/wave';
import { readWaveChoice } from '$lib/server/letting/offers/wave-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const notice = url.searchParams.get('notice') ?? '';
	const { choice, error: firstError } = readWaveChoice(url.searchParams);
	const wave = await readWave(db(), notice, choice, now());
	if (!wave) error(404, m.round_unknown());
	const kept = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	return {
		wave,
		notice,
		firstTyped: url.searchParams.get('first'),
		firstError,
		only: choice.only ?? [],
		query: kept.toString()
	};
};

const sendForm = z.object({
	round: z.string({ error: () => m.round_unknown() }).min(1, { error: () => m.round_unknown() }),
	mark: z
		.string({ error: () => m.offer_list_changed() })
		.regex(/^[0-9a-f]{64}$/, { error: () => m.offer_list_changed() }),
	/** There are homes held back, and the officer says to have looked at them. */
	held: z.string().optional(),
	seen: z.string().optional()
});

export const actions = {
	send: async ({ request, url, locals }) => {
		const input = parseForm(sendForm, await request.formData());
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const { round, mark, held, seen } = input.data;
		const { choice, error: firstError } = readWaveChoice(url.searchParams);
		if (firstError) return fail(422, { errors: { first: firstError }, problem: undefined });
		if (held && !seen) return fail(422, { errors: { seen: m.wave_seen_error() }, problem: undefined });
		const by = requireActor(locals);
		const asked = { roundId: round, mark, ...choice };
		const made = await transact((trx) => makeOffers(trx, asked, by, now()));
		if (!made.ok) return fail(409, { errors: {}, problem: offerProblem(made) });
		const notice = encodeURIComponent(url.searchParams.get('notice') ?? '');
		redirect(303, `${link('/(staff)/staff/offers')}?notice=${notice}&made=${made.made}`);
	}
} satisfies Actions;
