import { identitySettings } from '$lib/server/platform/auth/identity-settings';
import { signOutAddress } from '$lib/server/platform/identity/gateway';
import type { PageServerLoad } from './$types';

/** The portal is left. The gateway's own address comes from the gateway alone, never from what the browser sends. */
export const load: PageServerLoad = async () => ({
	gateway: (await signOutAddress(identitySettings()))?.href ?? null
});
