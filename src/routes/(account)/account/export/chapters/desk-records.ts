import { m } from '$lib/paraglide/messages';
import type { Piece } from '$lib/server/platform/pdf/book';
import { formatDate } from '$lib/words/format';
import { deskChannelName } from '$lib/words/offer-text';
import type { PartOfExport } from './part-of-file';
import { told, toldTime } from './told';

/** A record of what the person said to the office: how, on which day, and what shows it. */
export const deskRecordPieces = ({ deskRecords }: PartOfExport): Piece[] =>
	deskRecords.flatMap(({ channel, on, evidence, openedAt, closedAt }) => [
		{ heading: `${deskChannelName(channel)}, ${formatDate(on)}`, level: 3 as const },
		{
			pairs: [
				...told(m.at_desk_evidence(), evidence),
				...toldTime(m.desk_record_began(), openedAt),
				...toldTime(m.mandates_ended_on(), closedAt)
			]
		}
	]);
