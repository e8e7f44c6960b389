import { z } from 'zod';
import { works, type Work, type WorkCost } from '$lib/domain/accessibility/works';
import { money, type NumberKind } from '$lib/domain/numbers/number-kinds';
import { m } from '$lib/paraglide/messages';
import { optionalNumber } from '$lib/server/platform/forms/number-field';

/** Whole euros, up to a million: more than any work in a flat. */
const wholeEuros: NumberKind = { ...money, decimals: 0, most: 1_000_000 };

/** Whole euros as typed (`1.500`), in cents; empty is not entered. */
const euros = optionalNumber(wholeEuros, m.work_costs_error_euros)
	.transform((value) => (value === null ? null : value * 100))
	.default(null);

const fields = Object.fromEntries(
	works.flatMap((work) => [
		[`${work}-min`, euros],
		[`${work}-max`, euros]
	])
);

/** The ranges of all works; both ends of one, in order, or neither. */
export const workCostsForm = z.object(fields).transform((given, context) => {
	const cents = given as unknown as Record<string, number | null>;
	const costs = Object.fromEntries(
		works.map((work): [Work, WorkCost] => {
			const [minCents, maxCents] = [cents[`${work}-min`] ?? null, cents[`${work}-max`] ?? null];
			const wrong = (message: string) => context.addIssue({ code: 'custom', path: [`${work}-max`], message });
			if ((minCents === null) !== (maxCents === null)) wrong(m.work_costs_error_both());
			else if (minCents !== null && maxCents !== null && minCents > maxCents) wrong(m.work_costs_error_order());
			return [work, { minCents, maxCents }];
		})
	);
	return { costs: costs as Record<Work, WorkCost> };
});

/** Ranges as the form shows them. */
export const typedCosts = (all: readonly (WorkCost & { readonly work: Work })[]): Record<string, string> =>
	Object.fromEntries(
		all.flatMap(({ work, minCents, maxCents }) => [
			[`${work}-min`, minCents === null ? '' : String(minCents / 100)],
			[`${work}-max`, maxCents === null ? '' : String(maxCents / 100)]
		])
	);
