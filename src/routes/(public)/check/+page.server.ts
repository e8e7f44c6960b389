import { fail, redirect } from '@sveltejs/kit';
import { questionsOf } from '$lib/domain/ruleset/questions';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { checkHousehold, rulesToCheck } from '$lib/server/requests/check/service';
import { keepTold } from '$lib/server/platform/http/told-cookie';
import { now } from '$lib/server/clock';
import type { AskedAgain } from '$lib/server/platform/forms/doubtful';
import { db } from '$lib/server/platform/db/app';
import type { Actions, PageServerLoad } from './$types';
import { writeCarried, type CheckValues } from './carried';
import { doubtsIn, firstImpossible, stopAt } from './doubts';
import { peopleOf, readAll, readStep } from './read-step';
import { FORM, isForward, type CheckStep } from './steps';
import { readTurn } from './turn';

export const load: PageServerLoad = async () => {
	const { rules } = await rulesToCheck(db(), now());
	return { asked: questionsOf(rules), heldIn: FORM };
};

type Result = Awaited<ReturnType<typeof checkHousehold>>;

/** The data of a page of the check. */
function page(
	step: CheckStep,
	values: CheckValues,
	wrong: { errors?: Record<string, string>; problem?: string; doubts?: AskedAgain[] } = {},
	result: Result | null = null
) {
	const { errors = {}, problem, doubts = [] } = wrong;
	const odd = result ? doubtsIn(values) : [];
	return {
		step,
		values,
		carried: writeCarried(values),
		people: peopleOf(values),
		errors,
		problem,
		doubts,
		odd,
		result
	};
}

const problems = { unreadable: m.check_problem_carried, 'too-long': m.check_problem_too_long };

export const actions = {
	answer: async ({ request }) => {
		const { from, to, values, problem } = readTurn(await request.formData());
		// Without the answers there is no result to show.
		const again = from === 'result' ? 'household' : from;
		if (problem) return fail(422, page(again, values, { problem: problems[problem]() }));
		// Going back or adding a person keeps all answers and does not check them.
		if (isForward(from, to) && from !== 'result' && to !== 'result') {
			const read = readStep(from, values);
			if (!read.ok) return fail(422, page(from, values, { errors: read.errors }));
		}
		const stop = isForward(from, to) && from !== 'result' ? stopAt(from, values) : null;
		if (stop) return fail(422, page(from, values, stop));
		if (to !== 'result') return page(to, values);
		const all = readAll(values);
		if (!all.ok) return fail(422, page(all.step, values, { errors: all.errors }));
		const impossible = firstImpossible(values);
		if (impossible) return fail(422, page(impossible.step, values, impossible));
		return page('result', values, {}, await checkHousehold(db(), all.told, now()));
	},
	start: async ({ request, cookies }) => {
		const posted = await request.formData();
		const { values, problem } = readTurn(posted);
		if (problem) return fail(422, page('household', values, { problem: problems[problem]() }));
		const all = readAll(values);
		if (!all.ok) return fail(422, page(all.step, values, { errors: all.errors }));
		const notice = /^[0-9a-f-]{36}$/.exec(String(posted.get('notice')))?.[0];
		if (notice && keepTold(cookies, all.told, now()))
			redirect(303, link('/(applicant)/my/answers/[notice]', { notice }));
		const wrong = { problem: m.check_problem_too_long() };
		return fail(422, page('result', values, wrong, await checkHousehold(db(), all.told, now())));
	}
} satisfies Actions;
