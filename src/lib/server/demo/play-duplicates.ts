import type { Transaction } from 'kysely';
import type { Member } from '$lib/domain/household/fact-parts';
import type { PersonNames } from '$lib/domain/person/person';
import { newId } from '$lib/server/ids';
import { indexNames } from '$lib/server/people/persons/name-index';
import { insertPerson } from '$lib/server/people/persons/repository';
import { sealPerson } from '$lib/server/people/persons/stored-facts';
import { taxCodeHash } from '$lib/server/people/persons/tax-code';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { insertHouseholdPerson } from '$lib/server/requests/applications/household-repository';
import { storedHousehold } from '$lib/server/requests/applications/stored-household';
import type { Database } from '$lib/server/schema';
import type { World } from './world';

type Names = Omit<PersonNames, 'taxCode'>;

/** Invented people whom two households tell of, each as both write the name: in another order, and in another alphabet. */
const twice: readonly (readonly [Names, Names])[] = [
	[
		{ givenName: 'Amal', familyName: 'Esempio' },
		{ givenName: 'ESEMPIO', familyName: 'Amàl' }
	],
	[
		{ givenName: 'Mohamed', familyName: 'Hassan' },
		{ givenName: 'محمد', familyName: 'حسن' }
	]
];

type Told = { readonly requestId: string; readonly keyId: string; readonly member: Member };

/** Two pairs of households tell of one child each. */
export async function playDuplicates(trx: Transaction<Database>, { rows, load }: World): Promise<void> {
	const children = rows.applications!.flatMap(({ id, account_id, data_key_id, facts, ended_at }) =>
		account_id === null && !ended_at
			? storedHousehold(facts)
					.members.filter(({ relation }) => relation === 'child')
					.map((member): Told => ({ requestId: id, keyId: data_key_id, member }))
			: []
	);
	const pairs = sameBirthday(children, twice.length);
	for (const [index, pair] of pairs.entries())
		for (const [at, told] of pair.entries()) await tell(trx, told, { ...twice[index]![at]!, taxCode: '' }, load.at(-5));
}

/** The first children of two households each who were born on the same day. */
function sameBirthday(children: readonly Told[], count: number): (readonly [Told, Told])[] {
	const pairs: (readonly [Told, Told])[] = [];
	const byDay = new Map<string, Told>();
	const used = new Set<string>();
	for (const child of children) {
		const first = byDay.get(child.member.birthDate);
		if (pairs.length === count) break;
		if (!first || used.has(first.requestId) || used.has(child.requestId) || first.requestId === child.requestId) {
			byDay.set(child.member.birthDate, first ?? child);
			continue;
		}
		pairs.push([first, child]);
		used.add(first.requestId).add(child.requestId);
	}
	return pairs;
}

/** Names a member of a household that has no account, with the key of its request. */
async function tell(trx: Transaction<Database>, { requestId, keyId, member }: Told, names: PersonNames, at: string) {
	const key = (await openDataKeys(trx, [keyId])).get(keyId)!;
	const id = newId();
	await insertPerson(trx, {
		...{ id, account_id: null, data_key_id: keyId, facts_sealed: sealPerson(key, id, names), revision: 0 },
		...{ tax_code_hash: taxCodeHash(names.taxCode), created_at: at, updated_at: at, synthetic: 1 }
	});
	await indexNames(trx, id, names);
	await insertHouseholdPerson(trx, { requestId, member: member.id, personId: id });
}
