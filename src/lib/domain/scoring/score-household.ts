import type { HealthFacts } from '../accessibility/needs';
import type { Day } from '../calendar/instant';
import { wholeDays, wholeYears } from '../household/age';
import type { Household } from '../household/household';
import { residenceSince } from '../household/residence';
import type { RuleSet } from '../ruleset/rule-set';
import { criteria } from './criteria';
import { residenceCeiling } from './residence-ceiling';
import type { Score, ScoreLine } from './score';

/**
 * The points of a household as declared, line by line. `today` is the calendar day in Milan on which the request was
 * sent, so that a score does not change while it waits. All points in hundredths.
 */
export function scoreHousehold(household: Household, health: HealthFacts, rules: RuleSet, today: Day): Score {
	const ages = household.members.map(({ birthDate }) => wholeYears(birthDate, today));
	const counting = rules.residenceCounting?.value ?? 'unbroken';
	const region = residenceSince(household, 'region', counting, today);
	const municipality = residenceSince(household, 'municipality', counting, today);
	const facts = { household, ages, health, residence: { region, municipality }, today };
	const lines: ScoreLine[] = [];
	for (const { line } of criteria) {
		const given = line(facts, rules.scoring);
		if (given) lines.push(given);
	}
	const cut = residenceCeiling(lines, rules.scoring);
	if (cut) lines.push(cut);
	const subscores = { family: 0, housing: 0, economic: 0, residence: 0 };
	for (const line of lines) subscores[line.subscore] += line.points;
	return {
		total: subscores.family + subscores.housing + subscores.economic + subscores.residence,
		subscores,
		lines,
		residenceDays: {
			municipality: daysSince(municipality, today),
			region: daysSince(region, today)
		}
	};
}

const daysSince = (since: Day | null, today: Day) => (since === null ? 0 : wholeDays(since, today));
