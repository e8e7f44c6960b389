import type { ComputedColumns } from '$lib/domain/allocation/compute-round';
import { asRound, projectionRows } from '$lib/domain/allocation/public-projection';
import type { RoundRows } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { resultText } from '$lib/domain/allocation/serialize-result';
import { roundText } from '$lib/domain/allocation/serialize-round';
import { publicationText, type Publication } from '$lib/domain/publication/publication';
import { publicationOf, type VersionToPublish } from '$lib/domain/publication/publication-of';
import { roadTotals, type RoadTotals } from '$lib/domain/publication/road-totals';
import { commitToRound, type Commitments, type RoundSecrets } from '$lib/domain/publication/sealed-round';
import { resultAfterDepartures } from '$lib/domain/rounds/after-departures';
import type { PublishedFigures } from '$lib/domain/rounds/round-summary';
import { hashedText } from '$lib/server/platform/workers/hashed-text';

/** For a notice without sensitive grounds: the round as anybody recomputes it. */
export type OpenFiles = {
	readonly projection: string;
	readonly projectionHash: string;
	readonly publicResult: string;
	readonly publicResultHash: string;
};

/** For a notice with sensitive grounds: what may be said, what binds the agency to the rest, and what opens it. */
export type SealedFiles = {
	readonly publication: string;
	readonly publicationHash: string;
	readonly commitments: Commitments;
	readonly secrets: RoundSecrets;
	readonly figures: { readonly roads: RoadTotals | null; readonly published: PublishedFigures };
};

/** The input of a sealed version besides the round. */
export type ToSeal = {
	readonly version: VersionToPublish;
	readonly secrets: RoundSecrets;
	/** Homes by road, as the first final version said; later ones repeat them, so that comparing tells nothing. */
	readonly roads: RoadTotals | null;
};

/** The projection and the result that follows from it; null when one of the households cannot leave. */
export function openFiles(rows: RoundRows, computed: ComputedColumns, leaving: readonly string[]): OpenFiles | null {
	const open = asRound(projectionRows(rows, computed));
	const projection = hashedText(roundText(open));
	// Leavers stay in the public file, so that anyone can replay their chains: `verify` says the same, byte by byte.
	const shown = resultAfterDepartures(open, projection.hash, leaving);
	if (!shown) return null;
	const published = hashedText(resultText(shown));
	return {
		projection: projection.text(),
		projectionHash: projection.hash,
		publicResult: published.text(),
		publicResultHash: published.hash
	};
}

/** The publication and the commitments. */
export function sealedFiles(
	{ version, secrets, roads }: ToSeal,
	rows: RoundRows,
	files: { readonly round: string; readonly result: string },
	computed: ComputedColumns,
	result: RoundResult
): SealedFiles {
	const said = publicationOf(computed, result, version);
	const publication = hashedText([publicationText(said)]);
	const commitments = commitToRound(secrets, files, computed, result, version.listed);
	return {
		publication: publication.text(),
		publicationHash: publication.hash,
		commitments,
		secrets,
		figures: {
			roads: version.kind === 'final' && !version.before ? roadTotals(rows, result) : roads,
			published: figuresOf(said)
		}
	};
}

const figuresOf = ({ kind, order, dwellings }: Publication): PublishedFigures => ({
	households: order.length,
	dwellings: dwellings.length,
	allocated: kind === 'final' ? dwellings.filter(({ allocated }) => allocated).length : null
});
