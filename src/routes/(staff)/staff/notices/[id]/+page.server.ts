import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { needsPublicNumber } from '$lib/domain/notice/set-asides';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { revision } from '$lib/server/platform/forms/fields';
import { lastSave } from '$lib/server/platform/audit/last-save';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { chooseVersions, staleForm, staleOf } from '$lib/server/platform/forms/two-tabs';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { changeDraft, discardDraft } from '$lib/server/notices/notices/draft-service';
import { noticeProblems } from '$lib/server/notices/notices/problems';
import { checkDrand, enterDraw, recordDrand } from '$lib/server/notices/notices/beacon-service';
import { openNotice } from '$lib/server/notices/notices/publication-service';
import { readNoticeForStaff } from '$lib/server/notices/notices/reading-service';
import { listForNotices } from '$lib/server/notices/rules/find-rule-set';
import { draftForm, draftOf } from '../draft-form';
import { draftValues, valuesOfDraft } from '../draft-page';
import { askedOf, refusedDraft, sentenceOf } from '../save-draft';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const actor = requireActor(locals);
	const found = await readNoticeForStaff(db(), params.id, actor, now());
	if (!found) error(404, m.notices_problem_not_found());
	const saved = savedOf(found);
	const { role } = actor;
	const numbered = needsPublicNumber(found.notice.rules);
	const ruleSets = (await listForNotices(db())).map(({ id, name }) => ({ id, name }));
	const { source, phase } = found.notice;
	const mayChange = source === 'own' && phase !== 'draft' && phase !== 'withdrawn' && role !== 'auditor';
	return { ...found, saved, role, numbered, ruleSets, mayChange };
};

const openForm = z.object({ revision, publicNumber: z.string().trim().max(200).optional() });
const drawForm = z.object({ numbers: z.string().max(2_000) });
const drandForm = z.object({ signature: z.string().max(400) });

/** The saved draft as values of its form. */
const savedOf = ({ notice, chosen }: NonNullable<Awaited<ReturnType<typeof readNoticeForStaff>>>) =>
	draftValues(
		notice,
		chosen.map((dwelling) => dwelling.id)
	);

export const actions = {
	save: async ({ request, params, locals }) => {
		const sent = await request.formData();
		chooseVersions(sent);
		const input = parseForm(draftForm, sent);
		if (!input.ok) return refusedDraft(422, input);
		const asked = askedOf(input.data, sent);
		if (asked) return refusedDraft(422, { ...asked, values: postedValues(sent) });
		const actor = requireActor(locals);
		const draft = draftOf(input.data);
		const done = await transact(async (trx) => {
			const found = await readNoticeForStaff(trx, params.id, actor, now());
			const stale = found && staleOf(sent, { saved: savedOf(found), yours: valuesOfDraft(draft) });
			if (stale) return { stale, by: await lastSave(trx, { type: 'notice', id: params.id }, actor) };
			const revision = found?.notice.revision ?? 0;
			return { saved: await changeDraft(trx, params.id, { ...draft, revision }, actor, now()) };
		});
		if (done.stale) return refusedDraft(409, staleForm(done));
		if (done.saved.ok) redirect(303, link('/(staff)/staff/notices/[id]', params));
		return refusedDraft(409, { values: postedValues(sent), problem: sentenceOf(done.saved) });
	},
	open: async ({ request, params, locals }) => {
		const input = parseForm(openForm, await request.formData());
		if (!input.ok) return refusedDraft(422, input);
		const actor = requireActor(locals);
		const opened = await transact((trx) => openNotice(trx, { id: params.id, ...input.data }, actor, now()));
		if (!opened.ok)
			return refusedDraft(409, {
				values: { publicNumber: input.data.publicNumber ?? '' },
				problem: noticeProblems[opened.problem]()
			});
		redirect(303, link('/(staff)/staff/notices/[id]', params));
	},
	discard: async ({ params, locals }) => {
		const done = await transact((trx) => discardDraft(trx, params.id, requireActor(locals), now()));
		if (!done.ok) return refusedDraft(409, { values: {}, problem: noticeProblems[done.problem]() });
		redirect(303, link('/(staff)/staff/notices'));
	},
	draw: async ({ request, params, locals }) => {
		const input = parseForm(drawForm, await request.formData());
		if (!input.ok) return refusedDraft(422, input);
		const actor = requireActor(locals);
		const entered = await transact((trx) =>
			enterDraw(trx, { id: params.id, numbers: input.data.numbers }, actor, now())
		);
		if (!entered.ok) return refusedDraft(409, { values: input.data, problem: noticeProblems[entered.problem]() });
		redirect(303, link('/(staff)/staff/notices/[id]', params));
	},
	drand: async ({ request, params, locals }) => {
		const input = parseForm(drandForm, await request.formData());
		if (!input.ok) return refusedDraft(422, input);
		const actor = requireActor(locals);
		// Checking the signature takes a quarter of a second, so it comes before the transaction.
		const checked = await checkDrand(db(), params.id, input.data.signature);
		const recorded = checked.ok
			? await transact((trx) => recordDrand(trx, { id: params.id, checked: checked.beacon }, actor, now()))
			: checked;
		if (!recorded.ok) return refusedDraft(409, { values: input.data, problem: noticeProblems[recorded.problem]() });
		redirect(303, link('/(staff)/staff/notices/[id]', params));
	}
} satisfies Actions;
