import { withConsequences, type Told } from '../household/told';
import type { Answers } from './answers';

/**
 * The answers of a request that were told already, a part only where all that it needs is there: a part half told is asked
 * again rather than guessed.
 */
export function answersOfTold(given: Told): Answers {
	const told = withConsequences(given);
	const { members } = told;
	const [residence, home, income] = [residenceOf(told), homeOf(told), incomeOf(told)];
	return {
		...(members && { members }),
		...(residence && { residence }),
		...(home && { home }),
		...(income && { income })
	};
}

function residenceOf(told: Told): Answers['residence'] {
	const { citizenship, permitValidTo, regionSince, municipalitySince, earlierResidence, worksInLombardy } = told;
	if (citizenship === undefined || worksInLombardy === undefined) return undefined;
	if (regionSince === undefined || municipalitySince === undefined) return undefined;
	return { citizenship, permitValidTo, regionSince, municipalitySince, earlierResidence, worksInLombardy };
}

function homeOf(told: Told): Answers['home'] {
	const { kind, netAreaDm2 = null, eviction, unhealthy, shared, ownsAdequateHome } = told;
	if (kind === undefined || eviction === undefined || unhealthy === undefined) return undefined;
	if (ownsAdequateHome === undefined) return undefined;
	return { home: { kind, netAreaDm2, eviction, unhealthy, shared }, ownsAdequateHome };
}

function incomeOf(told: Told): Answers['income'] {
	const { iseeCents, iseeKind, iseeValidTo, assetsCents = null } = told;
	const { lostPublicDwelling, unpaidArrears, squatted } = told;
	if (iseeCents === undefined || lostPublicDwelling === undefined) return undefined;
	if (unpaidArrears === undefined || squatted === undefined) return undefined;
	return { iseeCents, iseeKind, iseeValidTo, assetsCents, earlier: { lostPublicDwelling, unpaidArrears, squatted } };
}

/** The saved answers with the parts of `given` that were not saved yet; with `replace`, with all of them. */
export function takeAnswers(saved: Answers, given: Answers, replace: boolean): Answers {
	return replace ? { ...saved, ...given } : { ...given, ...saved };
}
