import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { certifiedFields, type Certificate, type CertificateAct } from '$lib/domain/programme/certificate';
import type { WorkEvent } from '$lib/domain/programme/work';
import { newId } from '$lib/server/ids';
import type { Database } from '$lib/server/schema';
import type { CertificatesTable, WorkEventsTable } from './table';

const BATCH = 500;

/** The line of works of an operation; null where it has none. */
export async function lineOf(db: Kysely<Database>, operationId: string | null): Promise<string | null> {
	if (operationId === null) return null;
	const line = await db
		.selectFrom('operation_lines')
		.select('id')
		.where('operation_id', '=', operationId)
		.where('kind', '=', 'works')
		.orderBy('id')
		.executeTakeFirst();
	return line?.id ?? null;
}

/** Whether a landlord listed the dwelling: it is private, and the agency does not restore it. */
export async function isPrivate(db: Kysely<Database>, dwellingId: string): Promise<boolean> {
	const listing = await db.selectFrom('listings').select('id').where('dwelling_id', '=', dwellingId).executeTakeFirst();
	return listing !== undefined;
}

/** The work of a dwelling, begun under `lineId` where there is none yet. */
export async function workOf(
	trx: Transaction<Database>,
	dwelling: { readonly id: string; readonly lineId: string | null; readonly netAreaDm2: number | null },
	now: Instant
): Promise<string> {
	const known = await trx
		.selectFrom('works')
		.select('id')
		.where('dwelling_id', '=', dwelling.id)
		.orderBy('created_at', 'desc')
		.executeTakeFirst();
	if (known) return known.id;
	const id = newId();
	const { id: dwelling_id, lineId: line_id, netAreaDm2: floor_area_dm2 } = dwelling;
	await trx.insertInto('works').values({ id, dwelling_id, line_id, floor_area_dm2, created_at: now }).execute();
	return id;
}

type NewWorkEvent = Omit<Insertable<WorkEventsTable>, 'id' | 'work_id'> & { readonly event: WorkEvent };

export async function insertWorkEvent(trx: Transaction<Database>, workId: string, event: NewWorkEvent): Promise<void> {
	await trx
		.insertInto('work_events')
		.values({ id: newId(), work_id: workId, ...event })
		.execute();
}

/** A work moves with its dwelling to another operation. Its certificates keep the line under which they were issued. */
export async function moveWorks(
	trx: Transaction<Database>,
	dwellingId: string,
	operationId: string | null
): Promise<void> {
	const line_id = await lineOf(trx, operationId);
	await trx.updateTable('works').set({ line_id }).where('dwelling_id', '=', dwellingId).execute();
}

export async function setArea(trx: Transaction<Database>, workId: string, area: number | null): Promise<void> {
	await trx.updateTable('works').set({ floor_area_dm2: area }).where('id', '=', workId).execute();
}

export async function insertCertificate(trx: Transaction<Database>, row: Insertable<CertificatesTable>): Promise<void> {
	await trx.insertInto('certificates').values(row).execute();
}

export async function updateCertificate(
	trx: Transaction<Database>,
	id: string,
	act: Partial<CertificatesTable>
): Promise<void> {
	await trx.updateTable('certificates').set(act).where('id', '=', id).execute();
}

export async function findCertificate(db: Kysely<Database>, id: string): Promise<Certificate | undefined> {
	const row = await withNames(db).where('certificates.id', '=', id).executeTakeFirst();
	return row && certificateOf(row);
}

/** The certificates of a dwelling, the newest first. */
export async function listCertificates(db: Kysely<Database>, dwellingId: string): Promise<Certificate[]> {
	const rows = await withNames(db)
		.where('certificates.dwelling_id', '=', dwellingId)
		.orderBy('certificates.proposed_at', 'desc')
		.orderBy('certificates.id', 'desc')
		.execute();
	return rows.map(certificateOf);
}

/** Certificates that wait for a second person, to confirm or to void them, with their dwelling; the oldest first. */
export async function listWaiting(db: Kysely<Database>) {
	const rows = await withNames(db)
		.innerJoin('dwellings', 'dwellings.id', 'certificates.dwelling_id')
		.innerJoin('buildings', 'buildings.id', 'dwellings.building_id')
		.select(['dwellings.code', 'buildings.street', 'buildings.street_number', 'buildings.municipality'])
		.where('certificates.refused_at', 'is', null)
		.where('certificates.voided_at', 'is', null)
		.where(({ eb, or }) =>
			or([eb('certificates.confirmed_at', 'is', null), eb('certificates.void_proposed_at', 'is not', null)])
		)
		.orderBy('certificates.proposed_at')
		.orderBy('certificates.id')
		.execute();
	return rows.map((row) => ({
		certificate: certificateOf(row),
		dwelling: {
			code: row.code,
			building: { street: row.street, streetNumber: row.street_number, municipality: row.municipality }
		}
	}));
}

/** The fields of each dwelling of `ids` that a live certificate attests; of a declared one, its operation. */
export async function frozenFields(
	db: Kysely<Database>,
	ids: readonly string[]
): Promise<Map<string, readonly string[]>> {
	const frozen = new Map<string, readonly string[]>();
	for (let from = 0; from < ids.length; from += BATCH) {
		const some = ids.slice(from, from + BATCH);
		const declared = db.selectFrom('dwelling_events').select('dwelling_id').where('event', '=', 'declared');
		for (const row of await declared.where('dwelling_id', 'in', some).execute())
			frozen.set(row.dwelling_id, ['operationId']);
		const live = db.selectFrom('certificates').select('dwelling_id').where('refused_at', 'is', null);
		for (const row of await live.where('voided_at', 'is', null).where('dwelling_id', 'in', some).execute())
			frozen.set(row.dwelling_id, certifiedFields);
	}
	return frozen;
}

const withNames = (db: Kysely<Database>) =>
	db
		.selectFrom('certificates')
		.leftJoin('accounts as proposer', 'proposer.id', 'certificates.proposed_by')
		.leftJoin('accounts as confirmer', 'confirmer.id', 'certificates.confirmed_by')
		.leftJoin('accounts as refuser', 'refuser.id', 'certificates.refused_by')
		.leftJoin('accounts as asker', 'asker.id', 'certificates.void_proposed_by')
		.leftJoin('accounts as voider', 'voider.id', 'certificates.voided_by')
		.selectAll('certificates')
		.select(['proposer.name as proposer', 'confirmer.name as confirmer', 'refuser.name as refuser'])
		.select(['asker.name as asker', 'voider.name as voider']);

type NamedRow = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number];

const act = (at: string | null, accountId: string | null, name: string | null, reason: string | null = null) =>
	at === null ? null : { at, accountId, name, reason };

const certificateOf = (row: NamedRow): Certificate => ({
	id: row.id,
	dwellingId: row.dwelling_id,
	lineId: row.line_id,
	floorAreaDm2: row.floor_area_dm2,
	number: row.number,
	on: row.dated_on,
	signedBy: row.signed_by,
	reason: row.reason,
	synthetic: row.synthetic === 1,
	proposed: act(row.proposed_at, row.proposed_by, row.proposer) as CertificateAct,
	refused: act(row.refused_at, row.refused_by, row.refuser, row.refusal_reason),
	confirmed: act(row.confirmed_at, row.confirmed_by, row.confirmer),
	voidProposed: act(row.void_proposed_at, row.void_proposed_by, row.asker, row.void_reason),
	voided: act(row.voided_at, row.voided_by, row.voider)
});
