import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Row } from '$lib/server/homes/dwellings/csv-answer';
import type { Database } from '$lib/server/schema';
import { formatDate, formatPoints } from '$lib/words/format';
import { turnText } from '$lib/words/request-text';
import type { RequestFilter } from './filter';
import { allRequests } from './service';

/** The lines of the file of requests, one at a time. Dates and points as an Italian spreadsheet reads them. */
export async function* requestLines(db: Kysely<Database>, filter: RequestFilter, now: Instant): AsyncGenerator<Row> {
	for await (const { protocol, pseudonym, notice, submittedAt, turn, points, synthetic } of allRequests(
		db,
		filter,
		now
	)) {
		const { state, who, until } = turnText(turn);
		yield {
			protocollo: protocol,
			codice: pseudonym,
			avviso: notice.code,
			inviata: formatDate(submittedAt),
			stato: state,
			tocca_a: who,
			termine: turn.until === null ? '' : until,
			punti: points === null ? '' : formatPoints(points),
			dimostrativa: synthetic
		};
	}
}
