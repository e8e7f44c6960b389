import { noNeeds, type HealthFacts } from '$lib/domain/accessibility/needs';
import { wholeYears } from '$lib/domain/household/age';
import type { Household } from '$lib/domain/household/household';
import type { LoadDay } from './day';
import type { Random } from './random';

/** Functional needs of an invented household, at plausible rates: one in 70 uses a wheelchair indoors. Never a diagnosis. */
export function someHealthFacts(random: Random, { today }: LoadDay, household: Household): HealthFacts {
	const old = household.members.some(({ birthDate }) => wholeYears(birthDate, today) >= 75);
	const wheelchairIndoors = random.chance(old ? 0.03 : 0.011);
	return {
		needs: {
			...noNeeds,
			wheelchairIndoors,
			fewSteps: random.chance(old ? 0.35 : 0.05),
			walker: !wheelchairIndoors && random.chance(old ? 0.12 : 0.008),
			bathroomTransfers: wheelchairIndoors || random.chance(old ? 0.1 : 0.01),
			carersRoom: random.chance(wheelchairIndoors ? 0.3 : 0.01),
			lowVision: random.chance(old ? 0.04 : 0.006),
			hearing: random.chance(old ? 0.06 : 0.007),
			quietHome: random.chance(0.01)
		},
		severeDisability: random.chance(wheelchairIndoors ? 0.85 : 0.04)
	};
}
