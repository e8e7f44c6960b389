import type { Round } from '../allocation/round';

/**
 * The round without homes that left its notice. Nobody asks for them any more. A household that had accepted one is no
 * longer frozen there: it asks for its other choices.
 */
export function withoutHomes(round: Round, gone: ReadonlySet<string>): Round {
	if (gone.size === 0) return round;
	return {
		...round,
		dwellings: round.dwellings.filter(({ id }) => !gone.has(id)),
		applications: round.applications.map(({ frozen, ...application }) => ({
			...application,
			choices: application.choices.filter((id) => !gone.has(id)),
			...(frozen !== undefined && !gone.has(frozen) && { frozen })
		}))
	};
}

/** The homes of a version that its notice no longer has, in the order of the version. */
export function homesGone({ dwellings }: Pick<Round, 'dwellings'>, present: readonly { readonly id: string }[]) {
	const here = new Set(present.map(({ id }) => id));
	return dwellings.map(({ id }) => id).filter((id) => !here.has(id));
}
