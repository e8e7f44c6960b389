import { missingOf, worksOf, type Fit } from '$lib/domain/accessibility/fit';
import { estimateWorks, type Work, type WorkCosts } from '$lib/domain/accessibility/works';
import { m } from '$lib/paraglide/messages';
import { formatMoney } from '$lib/words/format';
import { pointText, thingName } from './point-text';
import { workName } from './work-name';

const household = {
	suits: m.fit_suits,
	'suits-with-works': m.fit_works,
	'does-not-suit': m.fit_not,
	unknown: m.fit_unknown
};
const office: typeof household = {
	suits: m.fit_office_suits,
	'suits-with-works': m.fit_office_works,
	'does-not-suit': m.fit_office_not,
	unknown: m.fit_unknown
};

const names = (list: readonly Work[]) => list.map((work) => workName[work]()).join(', ');

function worksText(works: readonly Work[], costs: WorkCosts): string {
	const { without, ...estimate } = estimateWorks(works, costs);
	const list = m.fit_works_list({ list: names(works) });
	if (without.length === works.length) return `${list} ${m.fit_cost_none()}`;
	const cost = m.fit_cost({ min: formatMoney(estimate.minCents), max: formatMoney(estimate.maxCents) });
	return [list, cost, without.length > 0 && m.fit_cost_partly({ list: names(without) })].filter(Boolean).join(' ');
}

/**
 * How a dwelling suits the needs of a household: the verdict, what stands in the way, what is missing, the works with their
 * cost, and what is good to know. If works cannot help, it is shorter. `forOffice`: in the words for staff.
 */
export function fitText(fit: Fit, costs: WorkCosts, forOffice: boolean) {
	const failing = (verdict: Fit['verdict']) => fit.checks.filter((check) => check.verdict === verdict);
	const hopeless = fit.verdict === 'does-not-suit';
	const missing = hopeless ? [] : [...new Set(missingOf(fit).map(thingName))];
	const works = hopeless ? [] : worksOf(fit);
	return {
		verdict: (forOffice ? office : household)[fit.verdict](),
		/** Obstacles that no works can remove come first. */
		inTheWay: [...failing('does-not-suit'), ...failing('suits-with-works')].map(pointText),
		missing: missing.length > 0 ? m.fit_missing_list({ list: missing.join(', ') }) : null,
		works: works.length > 0 ? worksText(works, costs) : null,
		toKnow: hopeless ? [] : fit.comfort.filter(({ verdict }) => verdict !== 'suits').map(pointText)
	};
}
