import { listingSteps } from '$lib/domain/matching/listing';
import { m } from '$lib/paraglide/messages';
import type { Piece } from '$lib/server/platform/pdf/book';
import { listingLines } from '$lib/ui/listings/listing-lines';
import { stateNames, stepNames } from '$lib/words/listing-text';
import type { PartOfExport } from './part-of-file';
import { proposalPieces } from './proposals';
import { told, toldDay, toldTime } from './told';

type Listing = PartOfExport['listings'][number];

/** A home that a landlord offers, step by step, with what happened to it. */
export function listingPieces({ answers, createdAt, state, events, proposals }: Listing): Piece[] {
	const { address } = answers;
	const home = address ? `${address.street} ${address.streetNumber}` : '–';
	const begun = [...toldTime(m.rights_pdf_began(), createdAt), ...told(m.rights_pdf_state(), stateNames[state]())];
	return [
		{ heading: m.rights_pdf_listing({ home }), level: 3 },
		{ pairs: begun },
		...listingSteps.flatMap((step): Piece[] => [
			{ heading: stepNames[step](), level: 4 },
			{
				pairs: listingLines(step, answers).flatMap(({ label, value, note }) =>
					told(label, [value, note].filter(Boolean).join('. '))
				)
			}
		]),
		{ heading: m.rights_pdf_story(), level: 4 },
		{ pairs: events.flatMap(eventLines) },
		...proposals.flatMap((proposal) => proposalPieces(proposal, 'landlord'))
	];
}

const eventLines = ({ event, at, detail }: Listing['events'][number]) => [
	...toldTime(stateNames[event](), at),
	...toldDay(m.rights_pdf_inspected(), detail?.on),
	...told(m.readings_why(), detail?.reason),
	...told(m.rights_pdf_said(), detail?.note)
];
