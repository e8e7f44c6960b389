import type { Cookies } from '@sveltejs/kit';
import type { Instant } from '$lib/domain/calendar/instant';
import { localizeHref } from '$lib/paraglide/runtime';
import { forgetKept, readKept } from '$lib/server/platform/http/kept-form';
import { forgetTold } from '$lib/server/platform/http/told-cookie';
import type { Role } from './actor';
import { formMark } from './form-mark';
import { landingPage } from './landing';

/** The page that offers the answers of the check. */
const ANSWERS = /^\/([a-z]{2}\/)?my\/answers\//;

/**
 * Where a person goes after signing in. What the browser kept of another person is forgotten: a form of another account,
 * and the answers of a check that did not lead here.
 */
export function afterSignIn(
	cookies: Cookies,
	account: { readonly id: string; readonly role: Role },
	next: string | null,
	now: Instant
): string {
	if (!next || !ANSWERS.test(next)) forgetTold(cookies);
	if (readKept(cookies, formMark(account.id), now)) return localizeHref('/account/kept');
	forgetKept(cookies);
	return next ?? landingPage(account.role);
}
