import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { namedOf } from './begin';
import { listConsents } from './consent-repository';
import { listOfPerson } from './repository';

/** The mandates of a person with each yes that was asked for, newest first: for the file of everything. */
export async function mandatesOf(db: Kysely<Database>, accountId: string) {
	const rows = await listOfPerson(db, accountId);
	const consents = await listConsents(
		db,
		rows.map(({ id }) => id)
	);
	const mandates = [];
	for (const row of rows) {
		const { id, organisation, days, proposedAt, consentedAt, endsAt, earlyEnd, earlyAt, authorisations } = row;
		const asked = consents.filter(({ mandateId }) => mandateId === id);
		mandates.push({
			...{ id, organisation, days, proposedAt, consentedAt, endsAt, earlyEnd, earlyAt, authorisations },
			named: await namedOf(db, row),
			consents: asked.map(({ act, askedAt, givenAt, way }) => ({ act, askedAt, givenAt, way }))
		});
	}
	return mandates;
}
