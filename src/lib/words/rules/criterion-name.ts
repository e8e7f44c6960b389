import type { CriterionId } from '$lib/domain/scoring/score';
import { m } from '$lib/paraglide/messages';

/** The name of a criterion on pages that concern no single household. */
export const criterionName: Readonly<Record<CriterionId, () => string>> = {
	minorChildren: m.criterion_minor_children,
	singleParent: m.criterion_single_parent,
	elderly: m.criterion_elderly,
	severeDisability: m.criterion_severe_disability,
	disabilityPercent: m.criterion_disability_percent,
	attendanceAllowance: m.criterion_attendance_allowance,
	eviction: m.criterion_eviction,
	noHome: m.criterion_no_home,
	unhealthyHome: m.criterion_unhealthy_home,
	homeBarriers: m.criterion_home_barriers,
	sharedHome: m.criterion_shared_home,
	overcrowding: m.criterion_overcrowding,
	economicHardship: m.criterion_economic_hardship,
	residenceRegion: m.criterion_residence_region,
	residenceMunicipality: m.criterion_residence_municipality,
	residenceTogether: m.criterion_residence_together
};
