import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

/** The persons of a request, by their place in it (`m2`). */
export async function findHouseholdPersons(
	db: Kysely<Database>,
	requestId: string
): Promise<ReadonlyMap<string, string>> {
	const rows = await db
		.selectFrom('household_persons')
		.select(['member', 'person_id as personId'])
		.where('request_id', '=', requestId)
		.execute();
	return new Map(rows.map(({ member, personId }) => [member, personId]));
}

/** Says who a place is; a place that is told already stays. */
export async function insertHouseholdPerson(
	trx: Transaction<Database>,
	row: { readonly requestId: string; readonly member: string; readonly personId: string }
): Promise<void> {
	await trx
		.insertInto('household_persons')
		.values({ request_id: row.requestId, member: row.member, person_id: row.personId })
		.execute();
}

export async function deleteHouseholdPersons(
	trx: Transaction<Database>,
	requestId: string,
	members: readonly string[]
): Promise<void> {
	if (members.length === 0) return;
	await trx
		.deleteFrom('household_persons')
		.where('request_id', '=', requestId)
		.where('member', 'in', members)
		.execute();
}
