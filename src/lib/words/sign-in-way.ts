import type { SignInWay } from '$lib/domain/sign-in-way';
import { m } from '$lib/paraglide/messages';

/** How a session was signed in, as a sentence. */
export const signInWayText: Readonly<Record<SignInWay, () => string>> = {
	password: m.sessions_way_password,
	'password-and-code': m.sessions_way_code,
	'public-identity': m.sessions_way_identity
};
