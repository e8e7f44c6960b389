import { m } from '$lib/paraglide/messages';
import { listNeeds } from '$lib/domain/accessibility/needs';
import type { Readable } from '$lib/server/desk/rights/readable-service';
import type { Piece } from '$lib/server/platform/pdf/book';
import { needName } from '$lib/words/accessibility/need-name';
import { formatDate, formatMoney } from '$lib/words/format';
import { homeLine } from '$lib/words/home-name';
import { deskChannelName, offerStateName, refusalReasonName, tenancyStateName } from '$lib/words/offer-text';
import { listingPieces } from './listings';
import type { PartOfExport } from './part-of-file';
import { proposalPieces } from './proposals';
import { told, toldDay, toldTime, yesNo } from './told';

/** The homes that were told of, offered, looked for, let and rented. */
export const homePieces = (part: PartOfExport, { offers }: Readable): Piece[] => [
	...part.invitations.flatMap(invitationPieces),
	...part.offers.flatMap((offer) => offerPieces(offer, offers.get(offer.id))),
	...part.homeSearches.flatMap(searchPieces),
	...part.listings.flatMap(listingPieces),
	...part.tenancies.flatMap(tenancyPieces)
];

const invitationPieces = ({ dwelling, notice, at }: PartOfExport['invitations'][number]): Piece[] => [
	{ heading: m.rights_pdf_invited({ home: dwelling }), level: 3 },
	{ pairs: [...told(m.receipt_notice(), notice), ...toldTime(m.readings_when(), at)] }
];

type Offer = PartOfExport['offers'][number];

const capital = (word: string) => word.charAt(0).toLocaleUpperCase() + word.slice(1);

function offerPieces(offer: Offer, home: Parameters<typeof homeLine>[0] | undefined): Piece[] {
	const acts = offer.events.filter(({ event }) => event !== 'made');
	const answers = acts.flatMap(({ event, at, reason, channel, receivedOn, evidence }) => [
		...toldTime(capital(offerStateName(event)), at),
		...told(m.readings_why(), reason && refusalReasonName(reason)),
		...told(m.rights_pdf_how(), channel && deskChannelName(channel)),
		...toldDay(m.rights_pdf_received(), receivedOn),
		...told(m.rights_pdf_proof(), evidence)
	]);
	return [
		{ heading: m.rights_pdf_offer({ home: home ? homeLine(home) : offer.dwelling }), level: 3 },
		{
			pairs: [
				...toldTime(m.rights_pdf_offered(), offer.madeAt),
				...toldDay(m.rights_pdf_until(), offer.deadline),
				...answers,
				...offer.viewings.flatMap((at) => toldTime(m.rights_pdf_visit(), at))
			]
		}
	];
}

type Search = PartOfExport['homeSearches'][number];

function searchPieces({ pseudonym, facts, needs, submittedAt, endedAt, proposals }: Search): Piece[] {
	const own = needs ? listNeeds(needs).map((need) => needName[need]()) : [];
	return [
		{ heading: m.rights_pdf_search({ pseudonym }), level: 3 },
		{
			pairs: [
				...toldTime(m.rights_pdf_sent(), submittedAt),
				...toldTime(m.rights_pdf_ended(), endedAt),
				...told(m.search_people(), facts.people),
				...told(m.search_isee(), formatMoney(facts.iseeCents)),
				...told(m.search_income(), facts.yearlyIncomeCents && formatMoney(facts.yearlyIncomeCents)),
				...told(m.search_needed_by(), facts.neededBy && formatDate(facts.neededBy)),
				...told(m.search_smokes(), yesNo(facts.smokes)),
				...told(m.search_pets(), yesNo(facts.hasPets)),
				...told(m.search_needs(), own.join(', ') || m.apply_none_of_these())
			]
		},
		...proposals.flatMap((proposal) => proposalPieces(proposal, 'tenant'))
	];
}

const tenancyPieces = ({ dwelling, startedAt, endedAt, events }: PartOfExport['tenancies'][number]): Piece[] => [
	{ heading: m.rights_pdf_tenancy({ home: dwelling }), level: 3 },
	{
		pairs: [
			...toldTime(m.rights_pdf_began(), startedAt),
			...events.flatMap(({ event, at, document }) => [
				...toldTime(tenancyStateName(event), at),
				...told(m.rights_pdf_proof(), document)
			]),
			...toldTime(m.rights_pdf_ended(), endedAt)
		]
	}
];
