import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { applicationProblems } from '$lib/server/requests/applications/problems';
import { readRequest } from '$lib/server/requests/applications/reading-service';
import { beginAmendment } from '$lib/server/requests/applications/amend';
import { readForm } from '$lib/server/requests/applications/draft-service';
import { applyAgain } from '$lib/server/requests/applications/apply-again';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { readOwnContests } from '$lib/server/allocation/corrections/contest-service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { formatDeadline } from '$lib/words/format';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { openingsOf } from '$lib/server/allocation/openings/service';
import { invitedHomes } from '$lib/server/allocation/invitations/invited-homes';
import { readOpenRejection } from '$lib/server/requests/rejections/service';
import { readOwnFile } from '$lib/server/desk/file/own-file';
import { rejectionText } from '../../rejection-text';
import { standsText } from '../../stands-text';
import { ownFileText } from './own-file-text';
import { readPlaces } from '$lib/server/allocation/rounds/read-places';
import { readWorkCosts } from '$lib/server/homes/work-costs/service';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const actor = requireActor(locals);
	const request = await readRequest(db(), params.id, actor, now());
	const file = await readOwnFile(db(), params.id, actor, now());
	if (!request || !file) error(404, m.applications_problem_not_found());
	const places = await readPlaces(db(), request.notice.id, request.pseudonym);
	const { costs } = await readWorkCosts(db());
	const invited = await invitedHomes(db(), request.notice.id, actor, now());
	// The household learns when, not which auditor.
	const openings = (await openingsOf(db(), request.notice.id)).map(({ id, version, openedAt }) => ({
		id,
		version,
		openedAt
	}));
	const { draft } = (await readForm(db(), request.notice.id, actor, now())) ?? { draft: null };
	const open = await readOpenRejection(db(), params.id);
	return {
		request,
		amending: draft !== null,
		places,
		costs,
		invited,
		openings,
		rejection: open && rejectionText(open, now()),
		check: { askedUntil: file.askedUntil, stands: locals.helper ? [] : standsText(file.stands) },
		contests: await contestsText(params.id, actor),
		// Messages and readings are the person's alone.
		file: ownFileText(locals.helper ? { ...file, messages: [], readings: [] } : file)
	};
};

/** Until when lines may be contested, and how many were. */
async function contestsText(id: string, actor: Actor) {
	const own = await readOwnContests(db(), id, actor, now());
	return { until: own?.until ? formatDeadline(own.until) : null, count: own?.contests.length ?? 0 };
}

export const actions = {
	/** Begins a later version with the answers of this one, or goes on with the one that was begun. */
	amend: async ({ params, locals }) => {
		const actor = requireActor(locals);
		const begun = await transact((trx) => beginAmendment(trx, params.id, actor, now()));
		if (!begun.ok && begun.problem === 'not-found') error(404, m.applications_problem_not_found());
		if (!begun.ok) return fail(409, { problem: applicationProblems[begun.problem]() });
		redirect(303, link('/(applicant)/my/apply/[notice]/check', { notice: begun.noticeId }));
	},
	/** Begins a new request with the answers of one that was withdrawn. */
	again: async ({ params, locals }) => {
		const actor = requireActor(locals);
		const begun = await transact((trx) => applyAgain(trx, params.id, actor, now()));
		if (!begun.ok && begun.problem === 'not-found') error(404, m.applications_problem_not_found());
		if (!begun.ok) return fail(409, { problem: applicationProblems[begun.problem]() });
		redirect(303, link('/(applicant)/my/apply/[notice]/check', { notice: begun.noticeId }));
	}
} satisfies Actions;
