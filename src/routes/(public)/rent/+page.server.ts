import { milanSupport } from '$lib/domain/rent/agency-support';
import { milan2023 } from '$lib/domain/rent/agreements/milan-2023';
import { estimateRent, type LawfulRent } from '$lib/domain/rent/estimate-rent';
import { dayOf } from '$lib/domain/calendar/deadline';
import { flatDoubts } from '$lib/domain/plausibility/flat-rules';
import { flatDoubtText } from '$lib/words/doubts/flat-doubt-text';
import { now } from '$lib/server/clock';
import { stopped } from '$lib/server/platform/forms/doubtful';
import { fieldsOf } from '$lib/server/platform/forms/fields-of';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { rentForm } from '$lib/server/letting/listings/forms/rent-form';
import { rentProblems } from '$lib/server/letting/listings/rent-problems';
import type { PageServerLoad } from './$types';

type Answer = {
	errors: Record<string, string>;
	problem?: string;
	estimate: LawfulRent | null;
	years: number;
	/** What is rare in the answers. A calculation is shown all the same. */
	doubts: readonly string[];
};

/** A calculation writes nothing: the address holds the answers, so that people can keep, send and print it. */
export const load: PageServerLoad = ({ url }) => {
	const given = new FormData();
	for (const [name, value] of url.searchParams) given.append(name, value);
	const values = Object.fromEntries([...fieldsOf(given)].map(([name, typed]) => [name, String(typed.at(-1))]));
	const elements = ['A', 'B', 'C', 'D'].flatMap((letter) => url.searchParams.getAll(`elements${letter}`));
	const shown = { values, elements, stoves: given.has('stoves'), agreement: milan2023, support: milanSupport };
	return { ...shown, ...answer(given) };
};

function answer(given: FormData): Answer {
	const nothing: Answer = { errors: {}, estimate: null, years: 3, doubts: [] };
	if (!given.has('area')) return nothing;
	const parsed = parseForm(rentForm, given);
	if (!parsed.ok) return { ...nothing, errors: parsed.errors };
	const { areaDm2: cadastralAreaDm2, years } = parsed.data;
	const doubts = flatDoubts({ cadastralAreaDm2, years }, dayOf(now()));
	const told = stopped(doubts, flatDoubtText, ({ rule }) => (rule.startsWith('years') ? 'years' : 'area'));
	if (doubts.some(({ level }) => level === 'refuse')) return { ...nothing, errors: told.errors };
	const estimate = estimateRent(milan2023, parsed.data);
	if (!estimate.ok) return { ...nothing, problem: rentProblems[estimate.problem]() };
	return { errors: {}, estimate, years, doubts: told.doubts.map(({ text }) => text) };
}
