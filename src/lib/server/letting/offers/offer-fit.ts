import type { Kysely } from 'kysely';
import { fitFor, type Fit } from '$lib/domain/accessibility/fit';
import { hasNeeds, readHealth } from '$lib/domain/accessibility/needs';
import { measuresOf } from '$lib/domain/dwelling/measures-of';
import type { Instant } from '$lib/domain/calendar/instant';
import { readPersonOfFile } from '$lib/server/people/readings/service';
import { findApplication } from '$lib/server/requests/applications/repository';
import { openHealth } from '$lib/server/requests/applications/stored-health';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { findBy } from '$lib/server/homes/dwellings/repository';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { personOfOffer } from './person-of-offer';
import { findOffer } from './repository';

/**
 * How the offered dwelling answers the household's needs: the points that its needs ask about, and nothing else of its
 * health. Null where it declared no needs, where they were erased, for a reader without the right, and for one who has not
 * opened the person of this offer today: whoever reads of somebody's health leaves a row that the person sees.
 */
export async function readOfferFit(
	db: Kysely<Database>,
	offerId: string,
	by: Actor,
	now: Instant
): Promise<Fit | null> {
	if (!allows(by, 'officer', 'manager')) return null;
	const person = await personOfOffer(db, offerId);
	if (person && (await readPersonOfFile(db, person, by, now))?.state === 'closed') return null;
	const offer = await findOffer(db, offerId);
	const application = offer && (await findApplication(db, offer.applicationId));
	const dwelling = offer && (await findBy(db, { id: offer.dwellingId }));
	if (!application || !dwelling) return null;
	const key = (await openDataKeys(db, [application.dataKeyId])).get(application.dataKeyId);
	if (!key) return null;
	const { needs } = readHealth(openHealth(application, key));
	return hasNeeds(needs) ? fitFor(needs, measuresOf(dwelling)) : null;
}
