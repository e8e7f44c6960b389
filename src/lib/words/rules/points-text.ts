import type { CriterionId, ScoreLine } from '$lib/domain/scoring/score';
import { m } from '$lib/paraglide/messages';
import { formatArea, formatMoney, formatPoints } from '$lib/words/format';

type Because = ScoreLine['because'];

const number = (because: Because, name: string) => Number(because[name] ?? 0);

const texts: Record<CriterionId, (because: Because) => string> = {
	minorChildren: (because) => m.points_minor_children({ count: number(because, 'minors') }),
	singleParent: () => m.points_single_parent(),
	elderly: (because) => m.points_elderly({ age: number(because, 'age') }),
	severeDisability: () => m.points_severe_disability(),
	disabilityPercent: (because) => m.points_disability_percent({ percent: number(because, 'percent') }),
	attendanceAllowance: () => m.points_attendance_allowance(),
	eviction: ({ state }) => (state === 'enforceable' ? m.points_eviction_enforceable() : m.points_eviction_notified()),
	noHome: ({ kind }) => (kind === 'none' ? m.points_no_home_none() : m.points_no_home_improper()),
	unhealthyHome: () => m.points_unhealthy_home(),
	homeBarriers: () => m.points_home_barriers(),
	sharedHome: () => m.points_shared_home(),
	overcrowding: (because) =>
		m.points_overcrowding({ area: formatArea(number(because, 'netAreaDm2')), persons: number(because, 'persons') }),
	economicHardship: (because) =>
		m.points_economic_hardship({
			isee: formatMoney(number(because, 'iseeCents')),
			amount: formatMoney(number(because, 'upToCents'))
		}),
	residenceRegion: (because) => m.points_residence_region({ count: number(because, 'years') }),
	residenceMunicipality: (because) => m.points_residence_municipality({ count: number(because, 'years') }),
	residenceTogether: (because) =>
		because['rule'] === 'ceiling'
			? m.points_residence_ceiling({ max: formatPoints(number(because, 'max')) })
			: m.points_residence_larger()
};

/** The facts that gave the points of a line, in words. */
export const pointsText = ({ criterion, because }: ScoreLine): string => texts[criterion](because);
