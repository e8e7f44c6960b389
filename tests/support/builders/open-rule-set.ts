import type { RuleSet } from '../../../src/lib/domain/ruleset/rule-set';
import type { RuleValue } from '../../../src/lib/domain/ruleset/rule-value';
import { agency2026 } from '../../../src/lib/domain/ruleset/sets/agency-2026';

/** A rule set none of whose grounds tells of health, hardship or violence: by children and residence alone. */
export function anOpenRuleSet(changes: Partial<RuleSet> = {}): RuleSet {
	const sure = <Value>(value: Value): RuleValue<Value> => ({
		value,
		certainty: 'illustrative',
		source: 'prova',
		ground: 'none'
	});
	const { minorChildren, residenceRegion, residenceMunicipality } = agency2026.scoring;
	return {
		...agency2026,
		eligibility: { residenceOrWork: sure(true as const) },
		scoring: {
			minorChildren: minorChildren!,
			residenceRegion: residenceRegion!,
			residenceMunicipality: residenceMunicipality!
		},
		carersRoomCounts: sure(false),
		...changes
	};
}
