/** A refusal on its way out of its transaction, which it rolls back. */
class Refused {
	constructor(readonly answer: unknown) {}
}

/** Passes on what the work of a transaction answers. An answer with `ok: false` ends the transaction with a rollback. */
export function orUndo<Result>(answer: Result): Result {
	if (typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false) throw new Refused(answer);
	return answer;
}

/**
 * Runs a whole transaction whose work passes its answer through `orUndo`, and answers a refusal all the same. A service may
 * refuse after it has written, and leaves nothing behind.
 */
export async function undoRefused<Result>(transaction: () => Promise<Result>): Promise<Result> {
	try {
		return await transaction();
	} catch (error) {
		if (error instanceof Refused) return error.answer as Result;
		throw error;
	}
}
