import { addYears } from '../calendar/deadline';
import type { Day } from '../calendar/instant';
import type { RentAgreement } from './agreement';

/**
 * How an agreement stands on a day. Its limits hold for some years from its deposit; after that they rise by the full
 * variation of consumer prices until there is a new agreement (Milan 2023, art. 14).
 * - `holds`: its figures are those printed.
 * - `over`: the term is over and the published variation is not entered: the figures are those of the signing.
 */
export type AgreementTerm = {
	readonly state: 'holds' | 'over';
	/** The day from which the limits rise. About: counted from the last change where the deposit is not known. */
	readonly risesFrom: Day;
	readonly about: boolean;
};

export function agreementTerm(agreement: RentAgreement, today: Day): AgreementTerm {
	const { signedOn, amendedOn, depositedOn, termYears } = agreement;
	const risesFrom = addYears(depositedOn ?? amendedOn ?? signedOn, termYears);
	return { state: today >= risesFrom ? 'over' : 'holds', risesFrom, about: depositedOn === null };
}
