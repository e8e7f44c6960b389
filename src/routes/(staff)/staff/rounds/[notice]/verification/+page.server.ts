import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { pointsSinceFinal, type PointsSince } from '$lib/server/allocation/rounds/points-since-final';
import { demandVerification } from '$lib/server/notices/notices/demand-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { readProgress } from '$lib/server/requests/verification/progress-service';
import { formatDateTime, formatNumber, formatPoints } from '$lib/words/format';
import { standingShort } from '$lib/words/verification-text';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const by = requireActor(locals);
	const found = await readProgress(db(), params.notice, by);
	if (!found) error(404, m.round_unknown());
	const since = await pointsSinceFinal(db(), params.notice, by);
	const { begun, untouched, open, verified, failed, demandedSince, title } = found;
	return {
		title,
		demandedSince: demandedSince && formatDateTime(demandedSince),
		decides: by.role === 'manager',
		counts: [
			{ label: m.check_count_verified(), value: formatNumber(verified) },
			{ label: m.check_count_open(), value: formatNumber(open) },
			{ label: m.check_count_failed(), value: formatNumber(failed) },
			{ label: m.check_count_untouched(), value: formatNumber(untouched) }
		],
		moved: since && movedText(since),
		begun: begun.map(({ id, pseudonym, protocol, standing, waitsFor, updatedAt }) => ({
			...{ id, pseudonym, protocol },
			standing: waitsFor === 'office' ? m.check_state_answered() : standingShort[standing](),
			updatedAt: formatDateTime(updatedAt)
		}))
	};
};

/** The most households that the page lists. */
const SHOWN = 100;

const movedText = (since: readonly PointsSince[]) => ({
	count: formatNumber(since.length),
	rows: since.slice(0, SHOWN).map(({ id, pseudonym, ranked, verified }) => ({
		...{ id, pseudonym, ranked: formatPoints(ranked), verified: formatPoints(verified) },
		change: `${verified > ranked ? '+' : ''}${formatPoints(verified - ranked)}`
	}))
});

const demandForm = z.object({ demanded: z.enum(['yes', 'no'], { error: () => m.form_not_read() }) });
const problems = { 'not-allowed': m.check_demand_not_allowed, 'not-found': m.round_unknown };

export const actions = {
	demand: async ({ request, params, locals }) => {
		const input = parseForm(demandForm, await request.formData());
		if (!input.ok) return fail(422, { problem: input.errors['demanded'] ?? m.form_not_read() });
		const asked = { noticeId: params.notice, demanded: input.data.demanded === 'yes' };
		const done = await transact((trx) => demandVerification(trx, asked, requireActor(locals), now()));
		if (!done.ok) return fail(409, { problem: problems[done.problem]() });
		redirect(303, link('/(staff)/staff/rounds/[notice]/verification', params));
	}
} satisfies Actions;
