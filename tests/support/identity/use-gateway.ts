import { z } from 'zod';
import { config } from '$lib/server/config';
import { publicIdentityOf, publicIdentityVariables } from '$lib/server/config-identity';
import { CLIENT } from './gateway';

/** Lets the portal of this process sign people in by `gateway`. A slow machine is no gateway that is down. */
export function useGateway(gateway: { readonly issuer: string } | null): void {
	const read = publicIdentityOf(
		z.object(publicIdentityVariables).parse({
			OIDC_ISSUER: gateway?.issuer,
			OIDC_CLIENT_ID: CLIENT.id,
			OIDC_CLIENT_SECRET: CLIENT.secret,
			OIDC_SIGN_OUT: 'yes'
		})
	);
	Object.assign(config(), { publicIdentity: read && { ...read, timeoutMs: 120_000 } });
}
