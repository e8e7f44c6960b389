import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { attestationHash, type Attested } from '$lib/domain/mandates/attestation';
import type { Instant } from '$lib/domain/calendar/instant';
import { stateOf } from '$lib/domain/mandates/mandate';
import { config } from '$lib/server/config';
import { actsUnder } from '$lib/server/platform/audit/repository';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { stored } from '$lib/server/platform/db/stored';
import type { Database } from '$lib/server/schema';
import { findLastConsent } from './consent-repository';
import { namedOf } from './named';
import { isHelper } from './propose';
import { findMandate, type StoredMandate } from './repository';

/** The salt of an attestation: 32 hexadecimal digits, always the same for a mandate, and secret until it is printed. */
const saltOf = (mandateId: string): string =>
	createHmac('sha256', config().masterKey).update(`attestation:${mandateId}`).digest('hex').slice(0, 32);

/** The hash that the log keeps of a mandate which begins. */
export const hashOf = (attested: Attested): string => attestationHash(saltOf(attested.mandate), attested);

const readDetail = stored<{ hash?: string }>('the detail of an act', z.looseObject({ hash: z.string().optional() }));
const MOST = 1_000;

/** Whether a person, or a helper of the organisation, may have the attestation. */
const isParty = (mandate: StoredMandate, by: Actor) =>
	(allows(by, 'applicant') && mandate.accountId === by.id) ||
	(isHelper(by) && mandate.organisationId === by.organisationId);

/**
 * What the attestation of a mandate says, for its person and its organisation alone; undefined for everybody else, and for
 * a mandate that never began. `logged`: the entry of the log that holds the same hash; null where none does.
 */
export async function readAttestation(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const mandate = await findMandate(db, id);
	if (!mandate || mandate.consentedAt === null || !isParty(mandate, by)) return undefined;
	const attested = await attestedOf(db, mandate, mandate.consentedAt);
	const hash = hashOf(attested);
	const acts = await actsUnder(db, id, MOST);
	const entry = acts.find(
		({ event, detail }) => event === 'mandate_begun' && detail && readDetail(detail).hash === hash
	);
	return {
		...{ attested, hash, salt: saltOf(id), logged: entry ? { seq: entry.seq, at: entry.at } : null },
		...{ state: stateOf(mandate, now), earlyAt: mandate.earlyAt, authorisations: mandate.authorisations },
		...{ proposer: mandate.proposer, synthetic: by.demo }
	};
}

async function attestedOf(db: Kysely<Database>, mandate: StoredMandate, from: Instant): Promise<Attested> {
	const { id, organisation, endsAt, authorisations } = mandate;
	const consent = (await findLastConsent(db, { mandateId: id, act: 'mandate', subjectId: null }))!;
	return {
		...{ mandate: id, organisation, person: (await namedOf(db, mandate)).name, from, until: endsAt, way: consent.way! },
		procedures: authorisations.map(({ procedure }) => procedure)
	};
}

export type Attestation = NonNullable<Awaited<ReturnType<typeof readAttestation>>>;
