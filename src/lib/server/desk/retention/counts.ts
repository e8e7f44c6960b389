import { z } from 'zod';
import { goingKinds, type GoingKind } from '$lib/domain/retention/retention-times';
import { stored } from '$lib/server/platform/db/stored';

/** How many records of each kind; a kind of an earlier release is left out. */
export type Counts = Readonly<Record<GoingKind, number>>;

const read = stored<Readonly<Record<string, number>>>('counts of a retention run', z.record(z.string(), z.int()));

export function readCounts(text: string): Counts {
	const found = read(text);
	return Object.fromEntries(goingKinds.map((kind) => [kind, found[kind] ?? 0])) as Counts;
}
