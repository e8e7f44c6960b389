/**
 * Runs `attempt`, a whole transaction, and once more when a unique index or a deadlock says that somebody was faster: the second
 * time it finds what the first one wrote, and can say who and when. It does so for work that looks before it writes; other
 * work fails twice. Every transaction of the portal runs through here, so no caller looks for this error itself.
 */
export async function firstWins<Result>(attempt: () => Promise<Result>): Promise<Result> {
	try {
		return await attempt();
	} catch (error) {
		if (!isUniqueViolation(error) && !isDeadlock(error)) throw error;
		return attempt();
	}
}

/** Whether PostgreSQL ended the transaction because two waited for each other: the other one goes on. */
const isDeadlock = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '40P01';

/** Whether `error` says that a unique index refused a row, on either database. In PostgreSQL the transaction is then lost. */
export function isUniqueViolation(error: unknown): boolean {
	if (!(error instanceof Error) || !('code' in error)) return false;
	return (
		error.code === '23505' || error.code === 'SQLITE_CONSTRAINT_UNIQUE' || error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
	);
}
