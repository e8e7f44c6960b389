import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { strata } from '$lib/domain/controls/sampling-rules';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { drawByHand, keepDraw } from '$lib/server/requests/controls/draw-service';
import { sampleProblem } from '$lib/server/requests/controls/problems';
import { readSamples } from '$lib/server/requests/controls/reading-service';
import { closeProposedSample, proposeSample, readPopulation } from '$lib/server/requests/controls/sample-service';
import { stratumName } from '$lib/words/control-text';
import { proposeForm } from './propose-form';
import { ruleText, sampleText } from './sample-text';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const found = await readSamples(db(), params.id, requireActor(locals), now());
	if (!found) error(404, m.notices_problem_not_found());
	const { notice, rule, samples, ...may } = found;
	return {
		...may,
		notice: { id: notice.id, code: notice.code },
		next: newId(),
		...ruleText(rule),
		shares: strata.map((stratum) => ({
			name: stratum,
			label: m.sample_share({ group: stratumName[stratum]() }),
			saved: String(rule.shares[stratum])
		})),
		samples: samples.map((sample) => sampleText(sample, now()))
	};
};

const notFound = () => m.sample_not_found();
const id = z.uuid({ error: notFound });
const closeForm = z.object({ id, outcome: z.enum(['confirmed', 'dropped']) });
const signatureError = () => m.sample_signature_error();
const drawForm = z.object({
	id,
	signature: z
		.string({ error: signatureError })
		.trim()
		.min(96, { error: signatureError })
		.max(192, { error: signatureError })
});

type Refusal = { errors: Record<string, string>; values: Record<string, string | string[]>; problem?: string };
type Done = { readonly ok: true } | Parameters<typeof sampleProblem>[0];

function answered(done: Done, noticeId: string, values: Refusal['values'] = {}) {
	if (!done.ok) return fail<Refusal>(409, { errors: {}, values, problem: sampleProblem(done) });
	redirect(303, link('/(staff)/staff/notices/[id]/controls', { id: noticeId }));
}

export const actions = {
	propose: async ({ request, params, locals }) => {
		const input = parseForm(proposeForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const { id: sample, ...shares } = input.data;
		const by = requireActor(locals);
		// The requests are read in turns, so that nobody else waits: before the transaction.
		const population = await readPopulation(db(), params.id, by, now());
		const asked = { id: sample, noticeId: params.id, shares };
		const done = await transact((trx) => proposeSample(trx, asked, population, by, now()));
		return answered(done, params.id, Object.fromEntries(strata.map((one) => [one, String(shares[one])])));
	},
	close: async ({ request, params, locals }) => {
		const input = parseForm(closeForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, { ...input, problem: m.sample_not_found() });
		const asked = { ...input.data, noticeId: params.id };
		return answered(await transact((trx) => closeProposedSample(trx, asked, requireActor(locals), now())), params.id);
	},
	draw: async ({ request, params, locals }) => {
		const input = parseForm(drawForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const by = requireActor(locals);
		const { id: sample, signature } = input.data;
		// Checking a signature and drawing take a quarter of a second, so they come before the transaction.
		const drawing = await drawByHand(db(), sample, signature);
		const asked = { id: sample, noticeId: params.id, drawing };
		return answered(await transact((trx) => keepDraw(trx, asked, by, now())), params.id, { signature });
	}
} satisfies Actions;
