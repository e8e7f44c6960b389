import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { firstMissing, healthOf, householdOf } from '$lib/domain/application/answers';
import { toldOf } from '$lib/domain/application/answers-of-told';
import { withSure } from '$lib/domain/application/sure';
import { dayOf } from '$lib/domain/calendar/deadline';
import { judgeEligibility } from '$lib/domain/eligibility/judge-eligibility';
import { householdDoubts } from '$lib/domain/plausibility/household-doubts';
import { scoreHousehold } from '$lib/domain/scoring/score-household';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { readHomes } from '$lib/server/requests/applications/draft-service';
import { readLiveAnswers } from '$lib/server/requests/applications/amend';
import { applicationProblems } from '$lib/server/requests/applications/problems';
import { sendingOf, submitApplication } from '$lib/server/requests/applications/submission-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { sureOf } from '$lib/server/platform/forms/doubtful';
import { revision } from '$lib/server/platform/forms/fields';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import {
	askForYes,
	asksForCode,
	asksForPaper,
	codeProblem,
	needsYes,
	withYes,
	yesForm,
	type YesRefusal
} from '../../../own-yes';
import { saveStep } from '../save-step';
import { contactFor } from './contact';
import { namedMembers } from './named-members';
import { papersOf } from './papers';
import { asSigned, signaturesFor } from './signatures';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent, url, locals }) => {
	const { answers, notice, draft } = await parent();
	const today = dayOf(now());
	const household = householdOf(answers);
	const health = healthOf(answers);
	const homes = await homesOf(params.notice);
	const live = await readLiveAnswers(db(), params.notice, requireActor(locals));
	return {
		draftId: draft?.id ?? null,
		revision: draft?.revision ?? 0,
		taken: url.searchParams.has('taken'),
		named: await namedMembers(requireActor(locals), draft?.id ?? null, answers),
		desk: await signaturesFor(requireActor(locals), url.searchParams.get('signed')),
		papers: await papersOf(requireActor(locals), answers, notice.rules),
		contact: await contactFor(requireActor(locals), answers),
		doubts: householdDoubts(toldOf(answers), today),
		missing: firstMissing(answers, notice.rules),
		chosen: homes(answers.choices),
		sent: live && { ...live, chosen: homes(live.answers.choices) },
		eligibility: household && judgeEligibility(household, health, notice.rules, today),
		score: household && health ? scoreHousehold(household, health, notice.rules, today) : null
	};
};

/** The homes of a notice by what names them, those that left it too. */
async function homesOf(notice: string) {
	const names = new Map(
		(await readHomes(db(), notice)).map(({ id, address, code, left }) => {
			const name = `${address} (${code})`;
			return [id, left ? `${name}: ${m.removal_left_tag()}` : name];
		})
	);
	return (choices: readonly string[] = []) => choices.map((id) => ({ id, address: names.get(id) ?? id }));
}

const declaration = z.object({
	draft: z.string().max(64),
	revision,
	contact: revision,
	replaces: z.string().max(64).optional(),
	confirm: z.literal('yes').optional(),
	confirmed: z.literal('on').optional(),
	signature: z.string().max(64).optional(),
	declared: z.literal('on', { error: () => m.apply_declare_needed() })
});
/** The page asks to confirm details that were given for an earlier request. */
const sending = declaration.refine(({ confirm, confirmed }) => !confirm || confirmed === 'on', {
	path: ['confirmed'],
	error: () => m.contact_card_confirm_needed(),
	when: () => true
});

type Shown = z.output<typeof declaration>;

/** The request as the page showed it. */
function sendingFrom(notice: string, { draft: draftId, replaces, revision: shown, contact }: Shown) {
	const taken = replaces === undefined ? undefined : replaces || null;
	return { noticeId: notice, draftId, revision: shown, contact, replaces: taken };
}

function answer(sent: Awaited<ReturnType<typeof submitApplication>>, signature?: string) {
	const values: YesRefusal['values'] = signature ? { signature } : {};
	if (!sent.ok) return fail<YesRefusal>(409, { errors: {}, values, problem: applicationProblems[sent.problem]() });
	redirect(303, link('/(applicant)/my/requests/[id]/receipt', { id: sent.id }));
}

const refuse = (errors: Record<string, string>) => fail<YesRefusal>(422, { errors, values: {}, problem: undefined });

/** A helper asks the person for a yes to the answers that the page showed, and sends with it. */
async function withPerson(posted: FormData, shown: Shown, notice: string, locals: App.Locals) {
	const input = sendingFrom(notice, shown);
	if (asksForCode(posted)) return askForYes(locals, sendingOf(input));
	const typed = parseForm(yesForm, posted);
	if (!typed.ok) return refuse(typed.errors);
	const own = { ...sendingOf(input), code: typed.data.code };
	const done = await withYes(locals, own, (trx, by) => submitApplication(trx, input, by, now()));
	const wrong = codeProblem(done);
	if (wrong) return refuse({ code: wrong });
	// A code that was used sent this very draft, whose id the request has.
	return answer('code' in done ? { ok: true, id: input.draftId } : done);
}

export const actions = {
	default: async ({ request, params, locals }) => {
		const posted = await request.formData();
		if (posted.has('sure'))
			return saveStep({ params, locals }, (answers) => withSure(answers, sureOf(posted)), 'check', {});
		if (needsYes(locals) && asksForPaper(posted)) redirect(303, link('/(applicant)/my/sign/[notice]', params));
		const parsed = parseForm(sending, posted);
		const by = requireActor(locals);
		if (!parsed.ok) return refuse(asSigned(parsed.errors, by));
		if (needsYes(locals)) return withPerson(posted, parsed.data, params.notice, locals);
		const { signature } = parsed.data;
		const input = { ...sendingFrom(params.notice, parsed.data), signature };
		return answer(await transact((trx) => submitApplication(trx, input, by, now())), signature);
	}
} satisfies Actions;
