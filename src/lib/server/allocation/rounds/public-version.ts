import type { PublishedVersion } from '$lib/domain/rounds/round-kind';
import type { listPublished, listRounds } from './repository';
import { storedSummary } from './stored-summary';

type Newest = Awaited<ReturnType<typeof listPublished>>[number];
type Row = Awaited<ReturnType<typeof listRounds>>[number];

/**
 * How much of a version anybody may see. `open`: all that recomputes it. `sealed`: its publication. Null: nothing any more,
 * because it was published before grounds were marked (adr 22).
 */
export type Openness = 'open' | 'sealed' | null;

export function opennessOf({
	projectionHash,
	publicationHash
}: Pick<Row, 'projectionHash' | 'publicationHash'>): Openness {
	if (publicationHash !== null) return 'sealed';
	return projectionHash === null ? null : 'open';
}

/** The facts of a version for a public page: no account of the staff, no hash of a sealed file. */
export function publicVersion(row: Pick<Newest, keyof Newest & keyof Row>) {
	const { noticeId, version, kind, publishedAt, signature, auditHead, receiptsRoot, receiptsCount } = row;
	const { projectionHash, publicResultHash, publicationHash } = row;
	return {
		noticeId,
		version,
		kind,
		publishedAt: publishedAt!,
		sealed: publicationHash !== null,
		projectionHash,
		publicResultHash,
		publicationHash,
		signature,
		auditHead,
		receiptsRoot,
		receiptsCount
	};
}

/** Households in the ranking and homes given, as anybody may see them. `assigned` is null before it may be said. */
export function publicFigures(row: Pick<Row, 'summary' | 'publicationHash'>) {
	const { published, households, assigned } = storedSummary(row.summary);
	if (row.publicationHash === null) return { households, assigned };
	return { households: published!.households, assigned: published!.allocated };
}

type Published = PublishedVersion & Pick<Row, 'version' | 'summary' | 'publicationHash'>;

/** A version as lists of them show it. How many left, moved and were housed is said of open versions only. */
export function versionInList({ version, kind, publishedAt, summary, publicationHash }: Published) {
	const changes = publicationHash === null ? storedSummary(summary).changes : null;
	return { version, kind, publishedAt, changes, sealed: publicationHash !== null };
}
