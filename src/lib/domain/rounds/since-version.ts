import type { Round } from '../allocation/round';
import type { RoundResult } from '../allocation/round-result';
import type { Happened, Strike } from './departures';

/** The events since a version. The next version is made from them. */
export interface SinceVersion {
	/** In the order of leaving. */
	readonly leaving: readonly string[];
	readonly striking: readonly Strike[];
}

/** Compares what happened with a version of the round: its full file or its public one. */
export function sinceVersion(
	{ applications }: Pick<Round, 'applications'>,
	{ left = [] }: Pick<RoundResult, 'left'>,
	{ departed, struck }: Happened
): SinceVersion {
	const gone = new Set(left);
	const choices = new Map<string, readonly string[]>();
	for (const { id, withdrawn, choices: wanted } of applications) {
		if (!withdrawn && !gone.has(id)) choices.set(id, wanted);
	}
	const leaving = departed.filter((id) => choices.has(id));
	const going = new Set(leaving);
	const striking = struck.filter(
		({ application, dwelling }) => !going.has(application) && choices.get(application)?.includes(dwelling)
	);
	return { leaving, striking };
}
