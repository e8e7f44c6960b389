import { guardedRoles, type Role } from './actor';

type Account = { readonly role: Role; readonly demo: boolean; readonly hasSecondFactor: boolean };

/**
 * Whether `account` must give a one-time code: who sees other people's data always, others once they chose to. Demo accounts never, because
 * they exist only where the portal runs as a demo (a portal in production does not let them in at all).
 */
export function needsSecondFactor(account: Account): boolean {
	return !account.demo && (guardedRoles.includes(account.role) || account.hasSecondFactor);
}

/** Whether `account` may sign in here: the password of a demo account is public. */
export function mayEnter(account: { readonly demo: boolean }, portalIsDemo: boolean): boolean {
	return !account.demo || portalIsDemo;
}
