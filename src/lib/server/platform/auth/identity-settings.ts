import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { config, type Config } from '$lib/server/config';

/** The settings of the gateway. Without them the portal has no public identity: its pages are not there. */
export function identitySettings(): NonNullable<Config['publicIdentity']> {
	return config().publicIdentity ?? error(404, m.auth_no_such_page());
}
