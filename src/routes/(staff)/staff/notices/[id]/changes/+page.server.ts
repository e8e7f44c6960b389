import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { dayOf } from '$lib/domain/calendar/deadline';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import { changeProblem } from '$lib/server/notices/changes/problems';
import { readChanges } from '$lib/server/notices/changes/reading-service';
import {
	closeProposedChange,
	proposeChange,
	type AskedChange,
	type ChangeDone
} from '$lib/server/notices/changes/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { revision } from '$lib/server/platform/forms/fields';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { formatDateTime } from '$lib/words/format';
import { changeText } from '$lib/words/notice-change-text';
import { draftForm } from '../../draft-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const found = await readChanges(db(), params.id, requireActor(locals), now());
	if (!found) error(404, m.notices_problem_not_found());
	const { notice, waiting, closed, ...may } = found;
	return {
		...may,
		notice: { id: notice.id, code: notice.code, phase: notice.phase, revision: notice.revision },
		isDraw: notice.beaconOrigin.kind === 'draw',
		mayExtend: notice.phase === 'open' || notice.phase === 'scheduled',
		saved: {
			...{ titleIt: notice.title.it, titleEn: notice.title.en },
			...{ summaryIt: notice.summary.it, summaryEn: notice.summary.en },
			...{ closesOn: dayOf(notice.closesAt), beaconSource: notice.beaconSource }
		},
		next: newId(),
		waiting: waiting && shown(waiting),
		closed: closed.map(shown)
	};
};

type Found = NonNullable<Awaited<ReturnType<typeof readChanges>>>;

function shown({ id, change, reason, outcome, proposer, proposedAt, closer, closedAt }: Found['closed'][number]) {
	const proposed = m.notice_change_proposed_by({ who: proposer, when: formatDateTime(proposedAt) });
	const words = { who: closer ?? '', when: closedAt ? formatDateTime(closedAt) : '' };
	const ended = outcome === 'confirmed' ? m.notice_change_confirmed_by(words) : m.notice_change_dropped_by(words);
	return { id, ...changeText(change), reason, history: outcome === null ? [proposed] : [proposed, ended] };
}

const reasonError = () => m.notice_change_reason_error();
const reason = z.string({ error: reasonError }).trim().min(10, { error: reasonError }).max(600, { error: reasonError });
const proposal = { id: z.uuid({ error: () => m.notice_change_not_found() }), revision };
const { closesOn, beaconSource, titleIt, titleEn, summaryIt, summaryEn } = draftForm.shape;
const extensionForm = z.object({ ...proposal, reason, closesOn, beaconSource });
const textsForm = z.object({ ...proposal, textsReason: reason, titleIt, titleEn, summaryIt, summaryEn });
const closeForm = z.object({ id: proposal.id, outcome: z.enum(['confirmed', 'dropped']) });

type Refusal = {
	errors: Record<string, string>;
	values: Record<string, string | string[]>;
	form: string;
	problem?: string;
};

function answered(done: ChangeDone, noticeId: string, form: string, values: Record<string, string>) {
	if (!done.ok) return fail<Refusal>(409, { errors: {}, values, form, problem: changeProblem(done) });
	redirect(303, link('/(staff)/staff/notices/[id]/changes', { id: noticeId }));
}

type Proposal = Parameters<typeof proposeChange>[1];
const propose = (proposed: Proposal, locals: App.Locals) =>
	transact((trx) => proposeChange(trx, proposed, requireActor(locals), now()));

export const actions = {
	extend: async ({ request, params, locals }) => {
		const input = parseForm(extensionForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, { ...input, form: 'extend' });
		const { id, revision: seen, reason: why, ...end } = input.data;
		const asked: AskedChange = { kind: 'extension', ...end };
		const done = await propose({ id, noticeId: params.id, revision: seen, asked, reason: why }, locals);
		return answered(done, params.id, 'extend', { ...end, reason: why });
	},
	correct: async ({ request, params, locals }) => {
		const input = parseForm(textsForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, { ...input, form: 'correct' });
		const { id, revision: seen, textsReason: why, ...texts } = input.data;
		const asked: AskedChange = { kind: 'texts', ...texts };
		const done = await propose({ id, noticeId: params.id, revision: seen, asked, reason: why }, locals);
		return answered(done, params.id, 'correct', { ...texts, textsReason: why });
	},
	close: async ({ request, params, locals }) => {
		const input = parseForm(closeForm, await request.formData());
		if (!input.ok) return fail<Refusal>(422, { ...input, form: 'close', problem: m.notice_change_not_found() });
		const asked = { ...input.data, noticeId: params.id };
		const done = await transact((trx) => closeProposedChange(trx, asked, requireActor(locals), now()));
		return answered(done, params.id, 'close', {});
	}
} satisfies Actions;
