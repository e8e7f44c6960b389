/** Whether `error` says that a unique index refused a row, on either database. In PostgreSQL the transaction is then lost. */
export function isUniqueViolation(error: unknown): boolean {
	if (!(error instanceof Error) || !('code' in error)) return false;
	return (
		error.code === '23505' || error.code === 'SQLITE_CONSTRAINT_UNIQUE' || error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
	);
}
