import type { Kysely } from 'kysely';
import { z } from 'zod';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';
import type { Database } from '$lib/server/schema';
import type { PublicClaims } from './claims';
import { listIdentitiesOf } from './repository';

/** What is kept of the claims; the address is kept with the account alone. */
type KeptClaims = Pick<PublicClaims, 'taxCode' | 'givenName' | 'familyName' | 'birthDate' | 'birthPlace'>;

const place = (id: string) => `identities.claims_sealed:${id}`;
const text = z.string();
const open = sealedValue<KeptClaims>(
	'the claims of an identity',
	z.strictObject({ taxCode: text, givenName: text, familyName: text, birthDate: text, birthPlace: text.default('') })
);

export function sealClaims(key: Buffer, id: string, claims: PublicClaims): string {
	const { taxCode, givenName, familyName, birthDate, birthPlace } = claims;
	return seal(key, place(id), { taxCode, givenName, familyName, birthDate, birthPlace });
}

/** The public identities of an account, the oldest link first, with what each says of the person. */
export async function readOwnIdentities(db: Kysely<Database>, accountId: string) {
	const rows = await listIdentitiesOf(db, accountId);
	const keys = await openDataKeys(db, [...new Set(rows.map(({ dataKeyId }) => dataKeyId))]);
	return rows.map(({ id, issuer, dataKeyId, claimsSealed, linkedAt }) => {
		const key = keys.get(dataKeyId);
		return { id, issuer, linkedAt, claims: key ? open(key, place(id), claimsSealed) : null };
	});
}
