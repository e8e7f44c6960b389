import type { Kysely, Transaction } from 'kysely';
import { dayOf, addDays } from '$lib/domain/calendar/deadline';
import { dueReminders } from '$lib/domain/calendar/reminders';
import type { Instant } from '$lib/domain/calendar/instant';
import { stateOf } from '$lib/domain/mandates/mandate';
import { readAttestation } from '$lib/server/people/mandates/attestation';
import { namedOf } from '$lib/server/people/mandates/named';
import { isHelper } from '$lib/server/people/mandates/propose';
import { findMandate, listOfOrganisation, type StoredMandate } from '$lib/server/people/mandates/repository';
import { noteReadings } from '$lib/server/people/readings/note-readings';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { dueOf, standingOf, type Due } from './standing';

/** Deadlines of these days stand first on the desk. */
const DAYS_AHEAD = 14;

/** What waits in a household's file, for the list of deadlines. */
type DueOfHousehold = Due & { readonly mandateId: string; readonly name: string; readonly endsAt: Instant };

/**
 * The households of the helper's organisation: what is due soon, who they are, and whose yes is waited for. Each reading of
 * a household is a row, written before the page is answered. Null for somebody who helps for no organisation.
 */
export async function readDesk(trx: Transaction<Database>, by: Actor, now: Instant) {
	if (!isHelper(by)) return null;
	const all = await listOfOrganisation(trx, by.organisationId);
	const active = all.filter((mandate) => stateOf(mandate, now) === 'active');
	const proposed = all.filter((mandate) => stateOf(mandate, now) === 'proposed');
	await noteRead(trx, [...active, ...proposed], by, now);
	const households = [];
	const due: DueOfHousehold[] = [];
	for (const mandate of active) {
		const { name } = await namedOf(trx, mandate);
		const standing = await standingOf(trx, mandate, by, now);
		const about = { mandateId: mandate.id, name, endsAt: mandate.endsAt };
		const own = dueOf(standing, now);
		due.push(...own.map((one) => ({ ...about, ...one })));
		const counts = { requests: standing.requests.length, drafts: standing.drafts.length, due: own.length };
		households.push({ ...about, ...counts, endsSoon: mandate.endsAt <= dueReminders('mandate', now).until });
	}
	const last = addDays(dayOf(now), DAYS_AHEAD);
	return {
		organisation: all[0]?.organisation ?? null,
		households: households.toSorted((one, other) => one.name.localeCompare(other.name, 'it')),
		due: due.filter(({ until }) => dayOf(until) <= last).toSorted((a, b) => (a.until < b.until ? -1 : 1)),
		waiting: await waitingOf(trx, proposed),
		counts: countsOf(all, now)
	};
}

async function noteRead(trx: Transaction<Database>, mandates: readonly StoredMandate[], by: Actor, now: Instant) {
	// A proposal to an address without account is of nobody yet.
	const ids = mandates.flatMap(({ accountId }) => accountId ?? []);
	const shown = ids.map((id) => ({ accountId: id, subject: { type: 'account' as const, id } }));
	await noteReadings(trx, shown, by, now);
}

/** The proposals to which nobody has said yes yet, by the name that a helper typed. */
async function waitingOf(db: Kysely<Database>, proposed: readonly StoredMandate[]) {
	const waiting = [];
	for (const mandate of proposed) {
		const { name } = await namedOf(db, mandate);
		waiting.push({ mandateId: mandate.id, name, until: mandate.endsAt });
	}
	return waiting;
}

const countsOf = (all: readonly StoredMandate[], now: Instant) => {
	const states = all.map((mandate) => stateOf(mandate, now));
	const count = (...wanted: readonly string[]) => states.filter((state) => wanted.includes(state)).length;
	return {
		active: count('active'),
		proposed: count('proposed'),
		revoked: count('revoked'),
		over: count('expired', 'ended', 'lapsed')
	};
};

/**
 * One mandate with the household's requests, while it is active; undefined where it is no mandate of the helper's
 * organisation. A mandate that is over shows that alone.
 */
export async function readHousehold(trx: Transaction<Database>, id: string, by: Actor, now: Instant) {
	const mandate = isHelper(by) ? await findMandate(trx, id) : undefined;
	if (!mandate || mandate.organisationId !== by.organisationId) return undefined;
	const state = stateOf(mandate, now);
	const { name, email } = await namedOf(trx, mandate);
	const { days, proposedAt, consentedAt, endsAt, earlyAt, authorisations, organisation } = mandate;
	const about = { id, name, organisation, state, days, proposedAt, consentedAt, endsAt, earlyAt, authorisations };
	await noteRead(trx, [mandate], by, now);
	if (state !== 'active') return { ...about, hasAddress: email !== null, standing: null };
	return { ...about, hasAddress: email !== null, standing: await standingOf(trx, mandate, by, now) };
}

/** The attestation of a mandate, for a helper of its organisation. It names the person, so it is a reading. */
export async function readAttestationAtDesk(trx: Transaction<Database>, id: string, by: Actor, now: Instant) {
	const read = isHelper(by) ? await readAttestation(trx, id, by, now) : undefined;
	if (read) await noteRead(trx, [(await findMandate(trx, id))!], by, now);
	return read;
}
