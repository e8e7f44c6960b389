import { createHmac, hkdfSync } from 'node:crypto';
import { config } from '$lib/server/config';

let hashKey: Buffer | undefined;

/**
 * A name as it may stand in an address: addresses are kept by browsers, proxies and logs, and some names tell of health or
 * violence. `scope`: the record or person; the same name is written otherwise for another one. 16 letters.
 */
export function veil(scope: string, name: string): string {
	hashKey ??= Buffer.from(hkdfSync('sha256', config().masterKey, '', 'veiled names', 32));
	return createHmac('sha256', hashKey).update(`${scope}\n${name}`).digest('base64url').slice(0, 16);
}

/** The name among `names` that stands veiled in an address; null for none. */
export const unveil = <Name extends string>(
	scope: string,
	names: readonly Name[],
	veiled: string | null | undefined
): Name | null => names.find((name) => veil(scope, name) === veiled) ?? null;
