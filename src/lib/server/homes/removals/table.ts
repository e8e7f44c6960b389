import type { RemovalKind } from '$lib/domain/dwelling/home-events';

export type RemovalsTable = {
	id: string;
	dwelling_id: string;
	/** The notice that had the home when the removal was proposed. */
	notice_id: string | null;
	kind: RemovalKind;
	/** A day in Milan. */
	happened_on: string;
	/** As the first person wrote it. Staff read it; households read the kind only. */
	reason: string;
	/** How many persons it takes. */
	persons: 1 | 2;
	proposed_by: string;
	proposed_at: string;
	closed_by: string | null;
	closed_at: string | null;
	outcome: 'confirmed' | 'dismissed' | null;
	/** The damage is repaired, or the works are done: the home can be given again. */
	ended_by: string | null;
	ended_at: string | null;
};
