import { m } from '$lib/paraglide/messages';

/** The sentence for each thing that can go wrong with an account. */
export const accountProblems = {
	'wrong-credentials': () => m.auth_wrong_credentials(),
	'wrong-code': () => m.auth_wrong_code(),
	'offer-invalid': () => m.auth_offer_invalid(),
	'link-invalid': () => m.auth_link_invalid(),
	'not-allowed': () => m.auth_not_allowed(),
	'not-found': () => m.auth_account_not_found(),
	'own-account': () => m.auth_own_account(),
	resident: () => m.auth_resident_role(),
	'same-email': () => m.auth_same_email(),
	'email-taken': () => m.auth_email_taken()
} as const;

/** How long to wait, in the unit a person counts in. */
export const waitSentence = (seconds: number): string =>
	seconds < 90 ? m.auth_wait_seconds({ count: seconds }) : m.auth_wait_minutes({ count: Math.ceil(seconds / 60) });
