import type { Procedure } from '$lib/domain/mandates/acts';
import type { MandateDays } from '$lib/domain/mandates/duration';
import { newId } from '$lib/server/ids';
import { beginOnOwnPage } from '$lib/server/people/mandates/say-yes';
import { proposeMandate } from '$lib/server/people/mandates/propose';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { TestDatabase } from '../database';
import { anActor } from './register';

const AT = '2026-01-10T09:00:00.000Z';

export type Helper = Actor & { readonly organisationId: string };

/** An organisation of the third sector. */
export async function anAssociation({ db }: TestDatabase, name = 'Il Ballatoio'): Promise<string> {
	const id = newId();
	await db.insertInto('organisations').values({ id, kind: 'third_sector', name, created_at: AT }).execute();
	return id;
}

/** A helper of an organisation: by default of a new one. */
export async function aHelper(database: TestDatabase, organisationId?: string, name = 'Sara Conti'): Promise<Helper> {
	const organisation_id = organisationId ?? (await anAssociation(database));
	const actor = await anActor(database.db, 'caseworker', name);
	await database.db.updateTable('accounts').set({ organisation_id }).where('id', '=', actor.id).execute();
	return { ...actor, organisationId: organisation_id };
}

type Given = { readonly days?: MandateDays; readonly procedures?: readonly Procedure[] };

/** A mandate to which a person with an account said yes on their own page; its id. */
export async function aMandate(
	database: TestDatabase,
	{ helper, person }: { readonly helper: Helper; readonly person: Actor },
	now: string,
	{ days = 182, procedures = ['request', 'offer'] }: Given = {}
): Promise<string> {
	const id = newId();
	const { email } = await database.db
		.selectFrom('accounts')
		.select('email')
		.where('id', '=', person.id)
		.executeTakeFirstOrThrow();
	const proposal = { id, name: person.name, email, days, procedures };
	const proposed = await database.transact((trx) => proposeMandate(trx, proposal, helper, now));
	const begun = await database.transact((trx) => beginOnOwnPage(trx, id, person, now));
	if (!proposed.ok || !begun.ok) throw new Error('the mandate did not begin');
	return id;
}
