import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { invitationProblems } from '$lib/server/allocation/invitations/problems';
import { readAccessibleReport } from '$lib/server/allocation/invitations/report-service';
import { findHouseholdsToTell, inviteHouseholds } from '$lib/server/allocation/invitations/service';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const report = await readAccessibleReport(db(), params.id, requireActor(locals), now());
	if (!report) error(404, m.notices_problem_not_found());
	const { notice, dwellings, ...counts } = report;
	return {
		...counts,
		notice: {
			...{ id: notice.id, code: notice.code, title: notice.title, phase: notice.phase, closesAt: notice.closesAt },
			...{ synthetic: notice.synthetic, drawn: notice.beacon !== null }
		},
		dwellings:
			dwellings && dwellings.map(({ dwelling: { id, code, address }, ...line }) => ({ id, code, address, ...line })),
		sent: url.searchParams.has('sent')
	};
};

export const actions = {
	invite: async ({ params, locals }) => {
		const by = requireActor(locals);
		const found = await findHouseholdsToTell(db(), params.id, by, now());
		const invited = found.ok
			? await transact((trx) => inviteHouseholds(trx, { noticeId: params.id, households: found.households }, by, now()))
			: found;
		if (!invited.ok) return fail(409, { problem: invitationProblems[invited.problem]() });
		redirect(303, `${link('/(staff)/staff/notices/[id]/accessible', params)}?sent`);
	}
} satisfies Actions;
