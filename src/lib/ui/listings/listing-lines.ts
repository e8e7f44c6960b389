import { m } from '$lib/paraglide/messages';
import type { ListingAnswers, ListingStep } from '$lib/domain/matching/listing';
import { measuredFacts, measuredLengths } from '$lib/domain/matching/listing-measures';
import { formatArea, formatDate, formatLength, formatMoney } from '$lib/words/format';
import { elementOptions } from '$lib/words/rent/element-names';
import { conditionNames, measureNames, stepNames } from '$lib/words/listing-text';
import { furnishedNames } from '$lib/words/rent/furnished-names';

type Line = { readonly label: string; readonly value: string; readonly note?: string };
type Answered = Required<ListingAnswers>;

/** A landlord's answers, line by line. A step without answers is one line that says so. */
export function listingLines(step: ListingStep, answers: ListingAnswers): Line[] {
	const { address, flat, access, rent } = answers;
	if (step === 'address' && address) return addressLines(address);
	if (step === 'flat' && flat) return flatLines(flat);
	if (step === 'access' && access) return accessLines(access);
	if (step === 'rent' && rent) return rentLines(rent);
	return [{ label: stepNames[step](), value: m.listing_state_draft() }];
}

const addressLines = ({ street, streetNumber, unit, zone }: Answered['address']): Line[] => [
	{
		label: m.listing_step_address(),
		value: m.listing_address_line({ street, number: streetNumber, zone }),
		note: unit ? `${m.listing_unit()}: ${unit}` : undefined
	}
];

function flatLines(flat: Answered['flat']): Line[] {
	const named = (['A', 'B', 'C', 'D'] as const).map((letter) => {
		const own = elementOptions(letter).filter(({ value }) => flat.elements.some((id) => id === value));
		return `${letter}: ${own.map(({ label }) => label).join('; ') || m.listing_none()}.`;
	});
	const stoves = flat.stoves ? ` ${m.rent_stoves()}.` : '';
	return [
		{ label: m.listing_net_area(), value: formatArea(flat.netAreaDm2) },
		{ label: m.rent_area(), value: formatArea(flat.areaDm2) },
		{ label: m.listing_floor(), value: String(flat.floor) },
		{ label: m.listing_rooms(), value: String(flat.rooms) },
		{ label: m.rent_category(), value: flat.cadastralCategory ?? '—' },
		{ label: m.rent_energy(), value: flat.energyClass ?? m.rent_energy_unknown() },
		{ label: m.listing_elements(), value: String(flat.elements.length), note: named.join(' ') + stoves }
	];
}

function accessLines({ survey, measures }: Answered['access']): Line[] {
	const facts = measuredFacts.map((name) => ({ name, known: measures[name] })).filter(({ known }) => known !== null);
	const lengths = measuredLengths.map((name) => ({ name, mm: measures[name] }));
	return [
		{ label: m.listing_step_access(), value: survey ? m.listing_survey_line() : m.listing_own_measures_line() },
		...facts.map(({ name, known }) => ({
			label: measureNames[name](),
			value: known ? m.listing_yes() : m.listing_no()
		})),
		...lengths.flatMap(({ name, mm }) =>
			mm === null ? [] : [{ label: measureNames[name](), value: formatLength(mm) }]
		)
	];
}

const rentLines = (rent: Answered['rent']): Line[] => [
	{ label: m.listing_rent_amount(), value: formatMoney(rent.rentCents) },
	{
		label: m.my_proposal_contract(),
		value: m.listing_contract_line({ years: rent.years, date: formatDate(rent.availableFrom) })
	},
	{ label: m.rent_furnished(), value: furnishedNames[rent.furnished]() },
	{
		label: m.my_proposal_asks(),
		value: rent.conditions.map((id) => conditionNames[id]()).join('. ') || m.listing_asks_nothing()
	}
];
