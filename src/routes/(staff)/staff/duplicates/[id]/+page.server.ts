import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { revision } from '$lib/server/platform/forms/fields';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { duplicateProblems } from '$lib/server/requests/duplicates/problems';
import { readCluster } from '$lib/server/requests/duplicates/reading-service';
import { decideCluster, openCluster, undoDecision, type DuplicateDone } from '$lib/server/requests/duplicates/service';
import { clusterText } from './cluster-text';
import type { Actions, PageServerLoad } from './$types';

const personId = z.string().regex(/^[\w-]{1,40}$/);
const afterOf = (url: URL) => personId.catch('').parse(url.searchParams.get('after') ?? '');

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const after = afterOf(url);
	const cluster = await readCluster(db(), params.id, after, requireActor(locals), now());
	if (!cluster) error(404, m.duplicates_problem_not_found());
	if (cluster.closed) return { closed: true as const, cluster: null, decision: '' };
	return { closed: false as const, cluster: clusterText(cluster, after !== ''), decision: newId() };
};

const reason = z
	.string()
	.max(500, { error: () => m.duplicates_problem_long() })
	.default('');
const openForm = z.object({ reason });
const decideForm = z.object({
	revision,
	decision: z.uuid(),
	outcome: z.enum(['same', 'apart'], { error: () => m.duplicates_problem_outcome() }),
	reason,
	/** `all`, where the people do not fit on a page. */
	scope: z.enum(['all', 'some']),
	persons: z.union([z.array(personId), personId.transform((one) => [one])]).default([])
});
const undoForm = z.object({ revision, reason });
type Refusal = { errors: Record<string, string>; values: Record<string, string | string[]>; problem?: string };

/** Which field a refusal is about; the others are about the whole page. */
const fieldOf: Readonly<Record<string, string>> = { 'reason-needed': 'reason', 'too-few': 'persons' };

function answer(done: DuplicateDone, values: Refusal['values'], id: string, search = '') {
	if (done.ok) redirect(303, link('/(staff)/staff/duplicates/[id]', { id }) + search);
	if (done.problem === 'not-found') error(404, m.duplicates_problem_not_found());
	const sentence = duplicateProblems[done.problem]();
	const field = fieldOf[done.problem];
	return field
		? fail<Refusal>(409, { errors: { [field]: sentence }, values })
		: fail<Refusal>(409, { errors: {}, values, problem: sentence });
}

export const actions = {
	open: async ({ request, params, locals, url }) => {
		const input = parseForm(openForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const opening = { id: params.id, after: afterOf(url), ...input.data };
		const done = await transact((trx) => openCluster(trx, opening, requireActor(locals), now()));
		return answer(done, input.data, params.id, afterOf(url) && `?after=${afterOf(url)}`);
	},
	decide: async ({ request, params, locals }) => {
		const input = parseForm(decideForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const { scope, persons, ...given } = input.data;
		const decision = { id: params.id, ...given, persons: scope === 'all' ? null : persons };
		const by = requireActor(locals);
		const done = await transact((trx) => decideCluster(trx, decision, by, now()));
		if (!done.ok) return answer(done, { ...given, revision: String(given.revision), persons }, params.id);
		const isGone = (await readCluster(db(), params.id, '', by, now())) === null;
		return answer(done, {}, isGone ? given.decision : params.id);
	},
	undo: async ({ request, params, locals }) => {
		const input = parseForm(undoForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const { reason: why, revision: seen } = input.data;
		const undone = { id: params.id, reason: why, revision: seen };
		const by = requireActor(locals);
		const done = await transact((trx) => undoDecision(trx, undone, by, now()));
		// The people of a larger group wait there, so this group is gone.
		const isGone = done.ok && (await readCluster(db(), params.id, '', by, now())) === null;
		if (isGone) redirect(303, link('/(staff)/staff/duplicates'));
		return answer(done, { reason: why }, params.id);
	}
} satisfies Actions;
