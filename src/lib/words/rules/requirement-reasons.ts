import { own } from '$lib/domain/own';
import type { RequirementResult } from '$lib/domain/eligibility/requirement-result';
import { m } from '$lib/paraglide/messages';
import { formatMoney } from '../format';

// A file of its own: the page of a notice says what is asked and never why somebody does not meet it.

const reasons: Record<string, (values: { fact: string; threshold: string }) => string> = {
	'isee-over-limit': m.reason_isee_over_limit,
	'assets-over-limit': m.reason_assets_over_limit,
	'assets-not-declared': m.reason_assets_not_declared,
	'no-residence-or-work': m.reason_no_residence_or_work,
	'permit-not-accepted': m.reason_permit_not_accepted,
	'owns-adequate-home': m.reason_owns_adequate_home,
	'lost-public-dwelling': m.reason_lost_public_dwelling,
	'unpaid-arrears': m.reason_unpaid_arrears,
	squatted: m.reason_squatted,
	'permit-expired': m.reason_permit_expired,
	'permit-end-not-declared': m.reason_permit_end_not_declared,
	'isee-expired': m.reason_isee_expired,
	'isee-expiry-not-declared': m.reason_isee_expiry_not_declared,
	'no-serious-handicap': m.reason_no_serious_handicap,
	'handicap-not-declared': m.reason_handicap_not_declared,
	'not-told': m.reason_not_told,
	'not-proven': m.reason_not_proven,
	'no-emergency': m.reason_no_emergency,
	'emergency-not-declared': m.reason_emergency_not_declared
};

/** Why a requirement is not met, with the declared and the required value; empty when it is met. */
export function reasonText({ reason, fact, threshold }: RequirementResult): string {
	const shown = (value: number | string | null) => (typeof value === 'number' ? formatMoney(value) : (value ?? ''));
	return own(reasons, reason)?.({ fact: shown(fact), threshold: shown(threshold) }) ?? '';
}
