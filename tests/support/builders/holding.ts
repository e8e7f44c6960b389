import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { anActor } from './register';

const at = '2026-04-10T09:00:00.000Z';
const later = '2026-12-31T22:59:59.999Z';

async function aNotice(db: Kysely<Database>, id: string): Promise<void> {
	const texts = { title_it: 'Avviso', title_en: 'Notice', summary_it: '', summary_en: '' };
	const rules = { rule_set_id: 'agency-2026', max_choices: 5, offer_days: 5, beacon_source: 'estrazione' };
	const dates = { opens_at: at, closes_at: at, created_at: at };
	await db
		.insertInto('notices')
		.values({ id, code: id, source: 'own', ...texts, ...rules, ...dates, synthetic: 1 })
		.execute();
}

const emptyFiles = {
	input_sealed: '',
	input_hash: '',
	result_sealed: '',
	result_hash: '',
	projection: '{}',
	projection_hash: '',
	public_result: '{}',
	public_result_hash: '',
	summary: '{}'
};

const emptyRequest = { facts: '{}', needs_sealed: '', choices: '[]', receipt_leaf: '', receipt_salt: '' };

/** An offer that holds the dwelling, with the notice, round and application that it needs. */
export async function anAcceptedOffer(db: Kysely<Database>, dwelling_id: string): Promise<string> {
	const [id, notice_id, round_id, application_id, data_key_id] = [newId(), newId(), newId(), newId(), newId()];
	const officer = await anActor(db, 'officer');
	await aNotice(db, notice_id);
	await db.insertInto('data_keys').values({ id: data_key_id, wrapped_key: 'x', created_at: at }).execute();
	const prepared = { version: 1, prepared_by: officer.id, prepared_at: at };
	await db
		.insertInto('rounds')
		.values({ id: round_id, notice_id, data_key_id, ...emptyFiles, ...prepared })
		.execute();
	const names = { pseudonym: id.slice(-8), protocol: id };
	const sent = { submitted_at: at, synthetic: 1 };
	await db
		.insertInto('applications')
		.values({ id: application_id, notice_id, data_key_id, ...emptyRequest, ...names, ...sent })
		.execute();
	await db
		.insertInto('offers')
		.values({ id, notice_id, round_id, application_id, dwelling_id, made_by: officer.id, made_at: at, deadline: later })
		.execute();
	return id;
}

/** A tenancy with its events, all at one instant of April 2026. */
export async function aTenancy(
	db: Kysely<Database>,
	dwelling_id: string,
	events: readonly ('assigned' | 'contract_registered' | 'keys_delivered')[]
): Promise<string> {
	const id = newId();
	await db.insertInto('tenancies').values({ id, dwelling_id, started_at: at }).execute();
	for (const event of events)
		await db.insertInto('tenancy_events').values({ id: newId(), tenancy_id: id, event, at }).execute();
	return id;
}
