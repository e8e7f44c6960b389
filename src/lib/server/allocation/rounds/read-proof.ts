import type { Kysely } from 'kysely';
import { appliedOrders } from '$lib/domain/allocation/applied-orders';
import type { Instant } from '$lib/domain/calendar/instant';
import { committedOrder, holdersByDwelling, type Listed } from '$lib/domain/publication/committed-orders';
import { proofText } from '$lib/domain/publication/household-proof';
import { readPublication } from '$lib/domain/publication/publication';
import type { RoundSecrets } from '$lib/domain/publication/sealed-round';
import type { OpenedRound } from '$lib/domain/rounds/household-places';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import { readReceipt } from '$lib/server/requests/applications/reading-service';
import { readSealedLeaves } from '$lib/server/requests/applications/receipts-repository';
import type { Database } from '$lib/server/schema';
import { proveHouseholdJob } from './jobs';
import { secretsPlace } from './kept-files';
import { openedRound } from './opened-round';
import { listPublished, readPublicFile, readSecrets } from './repository';
import { openStoredSecrets } from './stored-secrets';

/**
 * The proof file of a household, for the newest published version of its notice. Null where the request is not the reader's own,
 * the version is not a sealed one, or the household is not in it.
 */
export async function readProof(
	db: Kysely<Database>,
	applicationId: string,
	by: Actor,
	now: Instant
): Promise<{ readonly name: string; readonly text: string } | null> {
	const own = await readReceipt(db, applicationId, by, now);
	if (!own) return null;
	const { pseudonym, notice } = own.request;
	const [newest] = await listPublished(db, notice.id);
	const opened = newest?.publicationHash ? await openedRound(db, newest.id) : null;
	const secrets = opened && (await openSecrets(db, newest!.id));
	if (!opened || !secrets || !opened.applicationNumber.has(pseudonym)) return null;
	const { publication } = (await readPublicFile(db, notice.id, newest!.version))!;
	const { dwellings: published } = readPublication(publication!)!;
	const listed = Object.fromEntries(published.map(({ id, listed: count }) => [id, count]));
	const leaves = await readSealedLeaves(db, notice.id);
	const proven = await runInWorker(proveHouseholdJob, {
		pseudonym,
		secret: secrets.round,
		orders: ordersOf(opened, own.choices, listed),
		receipt: leaves === undefined ? null : { leaves, leaf: own.leaf }
	});
	const receipt = proven.path && own.declared ? { salt: own.salt, declared: own.declared, path: proven.path } : null;
	const { version } = newest!;
	const about = { format: 'household-proof/1', notice: notice.id, version, pseudonym } as const;
	return { name: `${pseudonym}-${version}.json`, text: proofText({ ...about, receipt, dwellings: proven.dwellings }) };
}

/** The orders of the dwellings that a household listed, as the version commits to them. */
function ordersOf({ computed, result, dwellingNumber }: OpenedRound, choices: readonly string[], listed: Listed) {
	const orderOf = appliedOrders(computed);
	const holders = holdersByDwelling(result);
	return choices.flatMap((id) => {
		const number = dwellingNumber.get(id);
		return number === undefined ? [] : [committedOrder(computed, number, orderOf(number), holders, listed)];
	});
}

/** The secrets that open the commitments of a version; null when its key was shredded. */
export async function openSecrets(db: Kysely<Database>, roundId: string): Promise<RoundSecrets | null> {
	const row = await readSecrets(db, roundId);
	if (!row?.secretsSealed) return null;
	const key = (await openDataKeys(db, [row.dataKeyId])).get(row.dataKeyId);
	return key ? openStoredSecrets(key, secretsPlace(roundId), row.secretsSealed) : null;
}
