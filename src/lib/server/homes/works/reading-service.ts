import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { isLive, waitingAct } from '$lib/domain/programme/certificate';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { dwellingFile } from '$lib/server/homes/dwellings/reading-service';
import { listCertificates } from './repository';

/** The data of the page of a dwelling's certificate; undefined when there is no dwelling. */
export async function certificatePage(db: Kysely<Database>, dwellingId: string, by: Actor, now: Instant) {
	const file = await dwellingFile(db, dwellingId, now);
	if (!file) return undefined;
	const certificates = await listCertificates(db, dwellingId);
	const { code, building, operation, netAreaDm2, synthetic } = file.dwelling;
	return {
		dwelling: { id: dwellingId, code, building, operation, netAreaDm2, synthetic },
		certificates: certificates.map((certificate) => ({
			certificate,
			mine: waitingAct(certificate)?.accountId === by.id
		})),
		live: certificates.some(isLive)
	};
}
