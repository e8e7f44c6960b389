import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Instant } from '$lib/domain/calendar/instant';
import { stateOf } from '$lib/domain/mandates/mandate';
import { actsUnder } from '$lib/server/platform/audit/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { stored } from '$lib/server/platform/db/stored';
import type { Database } from '$lib/server/schema';
import { namedOf } from './named';
import { listConsents, listGiven, type GivenYes } from './consent-repository';
import { findMandate, listOfPerson, type StoredMandate } from './repository';

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

const shown = (mandate: StoredMandate, now: Instant) => {
	const { id, organisation, proposer, days, proposedAt, consentedAt, endsAt, earlyAt, authorisations } = mandate;
	return {
		...{ id, organisation, proposer, days, proposedAt, consentedAt, endsAt, earlyAt, authorisations },
		state: stateOf(mandate, now)
	};
};

/** One's own mandates, newest first. */
export async function myMandates(db: Kysely<Database>, by: Actor, now: Instant) {
	return (await listOfPerson(db, by.id)).map((mandate) => shown(mandate, now));
}

/** How many organisations wait for the yes of a person. */
export async function countProposed(db: Kysely<Database>, by: Actor, now: Instant): Promise<number> {
	return (await listOfPerson(db, by.id)).filter((mandate) => stateOf(mandate, now) === 'proposed').length;
}

const MOST = 200;
const readDetail = stored<{ event?: string }>('the detail of an act', z.looseObject({ event: z.string().optional() }));

/** One of one's own mandates with who did what under it, newest first; undefined for another's. */
export async function myMandate(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const mandate = await findMandate(db, id);
	if (!mandate || mandate.accountId !== by.id) return undefined;
	const acts = await actsUnder(db, id, MOST);
	return {
		...shown(mandate, now),
		yeses: await listGiven(db, [id]),
		acts: acts.map(({ seq, at, event, detail, name, role }) => ({
			...{ seq, at, name, role },
			/** What a helper did is told by the act itself. */
			event: event === 'helper_acted' && detail ? (readDetail(detail).event ?? event) : event
		}))
	};
}

/**
 * Each yes of a person about some requests and offers, newest first. The caller has checked who reads.
 * @param subjects their ids; a yes is about one of them or about a version or an answer of it (`ID/...`)
 */
export async function yesesAbout(
	db: Kysely<Database>,
	accountId: string,
	subjects: readonly string[]
): Promise<GivenYes[]> {
	const mandates = await listOfPerson(db, accountId);
	const given = await listGiven(
		db,
		mandates.map(({ id }) => id)
	);
	return given.filter(({ subjectId }) => subjectId !== null && subjects.includes(subjectId.split('/')[0]!));
}
