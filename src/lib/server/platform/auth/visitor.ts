import type { Handle } from '@sveltejs/kit';
import { config } from '$lib/server/config';
import { clearSessionCookie, readSessionCookie } from './cookie';
import { mayEnter, needsSecondFactor } from './second-factor-rule';
import { sessions } from './sessions';

/** What answers when the database cannot serve, or asks it itself and tells what is wrong. */
const asksNoDatabase = new Set<string | null>([
	'/(public)/unavailable',
	'/api/health/live',
	'/api/health/ready',
	'/api/health/files'
]);

/**
 * Sets the visitor: the actor of a complete session, or a person whose second factor is still missing and who may do
 * nothing yet.
 */
export const visitor: Handle = async ({ event, resolve }) => {
	const { locals, cookies } = event;
	locals.actor = null;
	locals.pending = null;
	locals.sessionId = null;
	locals.actingUnder = null;
	locals.helper = null;
	locals.actingFor = null;
	if (asksNoDatabase.has(event.route.id)) return resolve(event);
	locals.sessionId = readSessionCookie(cookies);
	if (!locals.sessionId) return resolve(event);

	const signedIn = await sessions().read(locals.sessionId);
	if (!signedIn || !mayEnter(signedIn.account, config().demo)) {
		clearSessionCookie(cookies);
		locals.sessionId = null;
		return resolve(event);
	}
	const { account } = signedIn;
	if (needsSecondFactor(account) && !signedIn.secondFactor) locals.pending = account;
	else {
		const { id, role, name, organisationId, demo } = account;
		locals.actor = { id, role, name, organisationId, demo };
		locals.actingUnder = signedIn.actingUnder;
	}
	return resolve(event);
};
