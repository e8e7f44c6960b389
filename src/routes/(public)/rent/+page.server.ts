import { milanSupport } from '$lib/domain/rent/agency-support';
import { milan2023 } from '$lib/domain/rent/agreements/milan-2023';
import { estimateRent, type LawfulRent } from '$lib/domain/rent/estimate-rent';
import { agreementTerm } from '$lib/domain/rent/agreement-term';
import { compareMarket, type MarketComparison } from '$lib/domain/rent/compare-market';
import { agreedRentRange, type RentRange } from '$lib/domain/rent/rent-range';
import { dayOf } from '$lib/domain/calendar/deadline';
import { flatDoubts } from '$lib/domain/plausibility/flat-rules';
import { flatDoubtText } from '$lib/words/doubts/flat-doubt-text';
import { now } from '$lib/server/clock';
import { stopped } from '$lib/server/platform/forms/doubtful';
import { fieldsOf } from '$lib/server/platform/forms/fields-of';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { carriedQuery } from '$lib/server/letting/listings/carried';
import { rentForm } from '$lib/server/letting/listings/forms/rent-form';
import { rentProblems } from '$lib/server/letting/listings/rent-problems';
import type { z } from 'zod';
import type { PageServerLoad } from './$types';

type Answer = {
	errors: Record<string, string>;
	problem?: string;
	estimate: LawfulRent | null;
	/** The range of the whole zone, when nothing was told of the flat. */
	whole: RentRange | null;
	comparison: MarketComparison | null;
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
	const term = agreementTerm(milan2023, dayOf(now()));
	return { ...shown, term, carried: carriedQuery(url.searchParams), ...answer(given) };
};

function answer(given: FormData): Answer {
	const nothing: Answer = { errors: {}, estimate: null, whole: null, comparison: null, years: 3, doubts: [] };
	if (!given.has('area')) return nothing;
	const parsed = parseForm(rentForm, given);
	if (!parsed.ok) return { ...nothing, errors: parsed.errors };
	const { areaDm2: cadastralAreaDm2, years } = parsed.data;
	const doubts = flatDoubts({ cadastralAreaDm2, years }, dayOf(now()));
	const told = stopped(doubts, flatDoubtText, ({ rule }) => (rule.startsWith('years') ? 'years' : 'area'));
	if (doubts.some(({ level }) => level === 'refuse')) return { ...nothing, errors: told.errors };
	const found = { ...nothing, years, doubts: told.doubts.map(({ text }) => text) };
	const { elements, stoves, kitchen } = parsed.data;
	if (elements.length === 0 && !stoves && !kitchen) return { ...found, ...ofZone(parsed.data) };
	const estimate = estimateRent(milan2023, parsed.data);
	if (!estimate.ok) return { ...nothing, problem: rentProblems[estimate.problem]() };
	return { ...found, estimate, comparison: besideMarket(estimate, parsed.data) };
}

/** Nothing is told of the flat: the range of the whole zone, and no band. */
function ofZone(asked: z.output<typeof rentForm>): Partial<Answer> {
	const range = agreedRentRange(milan2023, { ...asked, band: null });
	return range.ok ? { whole: range.sum } : { problem: rentProblems[range.problem]() };
}

function besideMarket({ highest }: LawfulRent, { marketCents, years }: z.output<typeof rentForm>) {
	if (!marketCents) return null;
	return compareMarket(milanSupport, { rentCents: highest.undisputedCents, marketCents, years });
}
