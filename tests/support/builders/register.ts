import type { Insertable, Kysely } from 'kysely';
import type { MilestoneEvent } from '$lib/domain/programme/milestone';
import type { Actor, Role } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { workEventOf } from '$lib/domain/programme/work';
import type { BuildingsTable, DwellingEventsTable, DwellingsTable } from '$lib/server/homes/dwellings/table';
import type { CertificatesTable } from '$lib/server/homes/works/table';
import { newId } from '$lib/server/ids';

const at = '2026-01-10T09:00:00.000Z';

/** An existing account, so that records can name it. */
export async function anActor(db: Kysely<Database>, role: Role, name = 'Carla Neri'): Promise<Actor> {
	const id = newId();
	await db
		.insertInto('accounts')
		.values({ id, email: `${id}@chiavi.example`, name, role, password_hash: '-', created_at: at })
		.execute();
	return { id, role, name, organisationId: null, demo: false };
}

export async function anOwner(db: Kysely<Database>, name = 'Comune di Milano'): Promise<string> {
	const id = newId();
	await db.insertInto('organisations').values({ id, kind: 'owner', name, created_at: at }).execute();
	return id;
}

/** An operation with its line of works. */
export async function anOperation(db: Kysely<Database>, id = 'disabilita', name_it = 'Abitazioni accessibili') {
	await db.insertInto('operations').values({ id, position: 1, name_it }).execute();
	await db
		.insertInto('operation_lines')
		.values({ id: `${id}-works`, operation_id: id, kind: 'works', axis: 4, name_it, code: 'MI4.1.1.d' })
		.execute();
	return id;
}

/** The indicator of restored dwellings, with its target. */
export async function theTarget(db: Kysely<Database>, target = 145): Promise<void> {
	await db
		.insertInto('indicators')
		.values({
			code: 'CO40',
			position: 8,
			fund: 'ERDF',
			axis: 4,
			name_it: 'Abitazioni ripristinate in zone urbane',
			name_en: 'Rehabilitated housing in urban areas',
			unit: 'dwellings',
			target_2018: null,
			target_2023: target
		})
		.execute();
}

export async function aBuilding(db: Kysely<Database>, values: Partial<Insertable<BuildingsTable>> = {}) {
	const id = newId();
	const row = { id, code: `E-${id.slice(-6)}`, street: 'via Padova', street_number: '12', municipality: 'Milano' };
	await db
		.insertInto('buildings')
		.values({ ...row, synthetic: 0, created_at: at, ...values })
		.execute();
	return values.id ?? id;
}

/** A dwelling with its milestones, on consecutive days of February 2026. */
export async function aDwelling(
	db: Kysely<Database>,
	values: Partial<Insertable<DwellingsTable>> & Pick<DwellingsTable, 'building_id' | 'owner_id'>,
	milestones: readonly MilestoneEvent[] = []
): Promise<string> {
	const id = newId();
	const row = { id, code: `A-${id.slice(-6)}`, erp: 0, search: 'via padova 12', synthetic: 0, created_at: at };
	await db
		.insertInto('dwellings')
		.values({ ...row, ...values })
		.execute();
	const dwellingId = values.id ?? id;
	for (const [index, event] of milestones.entries()) {
		const day = `2026-02-${String(index + 1).padStart(2, '0')}`;
		await theMilestone(db, dwellingId, event, day);
	}
	return dwellingId;
}

/** A milestone on a day: of the dwelling, of its work, or a certificate that counts. */
async function theMilestone(
	db: Kysely<Database>,
	dwelling_id: string,
	event: MilestoneEvent,
	day: string
): Promise<void> {
	const at = `${day}T09:00:00.000Z`;
	const ofWork = workEventOf(event);
	if (!ofWork && event !== 'certified') {
		const own = event as DwellingEventsTable['event'];
		await db.insertInto('dwelling_events').values({ id: newId(), dwelling_id, event: own, at }).execute();
		return;
	}
	const known = await db.selectFrom('works').select('id').where('dwelling_id', '=', dwelling_id).executeTakeFirst();
	const work_id = known?.id ?? newId();
	if (!known) await db.insertInto('works').values({ id: work_id, dwelling_id, created_at: at }).execute();
	if (ofWork) await db.insertInto('work_events').values({ id: newId(), work_id, event: ofWork, at }).execute();
	else await aCertificate(db, { work_id, dwelling_id, dated_on: day, proposed_at: at, confirmed_at: at });
}

/** A certificate whose two persons the test does not name, so it is one of the demo. */
export async function aCertificate(
	db: Kysely<Database>,
	values: Pick<CertificatesTable, 'work_id' | 'dwelling_id' | 'dated_on' | 'proposed_at'> & Partial<CertificatesTable>
): Promise<void> {
	const named = { number: '12/2026', signed_by: 'ing. Anna Villa', synthetic: 1 };
	await db
		.insertInto('certificates')
		.values({ id: newId(), ...named, ...values })
		.execute();
}
