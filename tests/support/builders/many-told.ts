import { noHealthFacts } from '$lib/domain/accessibility/needs';
import type { PersonFacts } from '$lib/domain/person/person';
import { insertAll } from '$lib/server/demo/repository';
import { newId } from '$lib/server/ids';
import { matchKeys } from '$lib/server/people/persons/match-keys';
import { sealPerson } from '$lib/server/people/persons/stored-facts';
import { createDataKey, type DataKey } from '$lib/server/platform/secrets/data-key';
import { needsPlace } from '$lib/server/platform/secrets/places';
import { seal } from '$lib/server/platform/secrets/seal';
import type { TestDatabase } from '../database';
import { aClosedNotice, NOW } from './closed-notice';
import { aHousehold, aMember } from './household';
import { aPerson } from './person';

const facts = JSON.stringify(aHousehold({ members: [aMember({ id: 'm1' })] }));

/** Many households of one, each with a request at one notice; each tells what `toldBy` says of its number. */
export async function manyTold(
	database: TestDatabase,
	count: number,
	toldBy: (n: number) => Partial<PersonFacts>
): Promise<void> {
	const { noticeId } = await aClosedNotice(database, { applications: [] });
	await database.transact(async (trx) => {
		const key = await createDataKey(trx, NOW);
		const some = Array.from({ length: count }, (_, n) => rowsOf(n, noticeId, key, toldBy(n)));
		await insertAll(trx, {
			accounts: some.map(({ account }) => account),
			persons: some.map(({ person }) => person),
			applications: some.map(({ request }) => request)
		});
	});
}

function rowsOf(n: number, noticeId: string, { id: keyId, key }: DataKey, changes: Partial<PersonFacts>) {
	const [account, person, request] = [newId(), newId(), newId()];
	const told = aPerson({ givenName: '', familyName: '', taxCode: '', phone: '', ...changes });
	const of = { id: account, email: `${n}@chiavi.example`, name: 'P', role: 'applicant' as const };
	return {
		account: { ...of, password_hash: '-', created_at: NOW },
		person: {
			...{ id: person, account_id: account, data_key_id: keyId, facts_sealed: sealPerson(key, person, told) },
			...{ revision: 0, tax_code_hash: null, created_at: NOW, updated_at: NOW, synthetic: 1 },
			...{ names_indexed: 1, match_keys: matchKeys(told) }
		},
		request: {
			...{ id: request, notice_id: noticeId, account_id: account, pseudonym: `P-${n}`, protocol: `P-${n}`, facts },
			...{ needs_sealed: seal(key, needsPlace(request), noHealthFacts), data_key_id: keyId, choices: '[]' },
			...{ receipt_leaf: '-', receipt_salt: '-', submitted_at: NOW, synthetic: 1 }
		}
	};
}
