import { own } from '$lib/domain/own';
import type { CriterionId, ScoreLine } from '$lib/domain/scoring/score';
import { m } from '$lib/paraglide/messages';
import { formatArea, formatMoney, formatPoints } from '../format';

type Because = ScoreLine['because'];
type Words = {
	/** The name of the criterion on pages that concern no single household. */
	readonly name: () => string;
	/** The facts that gave the points, in words. */
	readonly points: (because: Because) => string;
};

const number = (because: Because, name: string) => Number(because[name] ?? 0);

const words: Readonly<Record<CriterionId, Words>> = {
	minorChildren: {
		name: m.criterion_minor_children,
		points: (because) => m.points_minor_children({ count: number(because, 'minors') })
	},
	singleParent: {
		name: m.criterion_single_parent,
		points: m.points_single_parent
	},
	elderly: {
		name: m.criterion_elderly,
		points: (because) => m.points_elderly({ age: number(because, 'age') })
	},
	severeDisability: {
		name: m.criterion_severe_disability,
		points: m.points_severe_disability
	},
	disabilityPercent: {
		name: m.criterion_disability_percent,
		points: (because) => m.points_disability_percent({ percent: number(because, 'percent') })
	},
	attendanceAllowance: {
		name: m.criterion_attendance_allowance,
		points: m.points_attendance_allowance
	},
	eviction: {
		name: m.criterion_eviction,
		points: ({ state }) => (state === 'enforceable' ? m.points_eviction_enforceable() : m.points_eviction_notified())
	},
	noHome: {
		name: m.criterion_no_home,
		points: ({ kind }) => (kind === 'none' ? m.points_no_home_none() : m.points_no_home_improper())
	},
	unhealthyHome: {
		name: m.criterion_unhealthy_home,
		points: m.points_unhealthy_home
	},
	homeBarriers: {
		name: m.criterion_home_barriers,
		points: m.points_home_barriers
	},
	sharedHome: {
		name: m.criterion_shared_home,
		points: m.points_shared_home
	},
	overcrowding: {
		name: m.criterion_overcrowding,
		points: (because) =>
			m.points_overcrowding({ area: formatArea(number(because, 'netAreaDm2')), persons: number(because, 'persons') })
	},
	economicHardship: {
		name: m.criterion_economic_hardship,
		points: (because) =>
			m.points_economic_hardship({
				isee: formatMoney(number(because, 'iseeCents')),
				amount: formatMoney(number(because, 'upToCents'))
			})
	},
	residenceRegion: {
		name: m.criterion_residence_region,
		points: (because) => m.points_residence_region({ count: number(because, 'years') })
	},
	residenceMunicipality: {
		name: m.criterion_residence_municipality,
		points: (because) => m.points_residence_municipality({ count: number(because, 'years') })
	},
	residenceTogether: {
		name: m.criterion_residence_together,
		points: (because) =>
			because['rule'] === 'ceiling'
				? m.points_residence_ceiling({ max: formatPoints(number(because, 'max')) })
				: m.points_residence_larger()
	}
};

export const criterionName = (id: CriterionId): string => own<Words>(words, id)?.name() ?? id;
export const pointsText = ({ criterion, because }: ScoreLine): string => words[criterion].points(because);
