import { nothingMeasured } from '$lib/domain/accessibility/measures';
import type { ListingAnswers } from '$lib/domain/matching/listing';
import { elementIds } from '$lib/domain/rent/agreement';
import type { Returned } from '$lib/ui/listings/typed';
import { arabic, longSentence, longWord } from './texts';

/** What a landlord answered, to the last step. */
export const answers: Required<ListingAnswers> = {
	address: { street: 'via Padova', streetNumber: '12', unit: 'scala B', zone: 3 },
	flat: {
		...{ areaDm2: 6_500, netAreaDm2: 5_800, rooms: 2, floor: 3, cadastralCategory: 'A/3', energyClass: 'D' },
		...{ elements: elementIds.filter((id) => id.endsWith('1')), stoves: false }
	},
	access: { survey: false, measures: { ...nothingMeasured, lift: true, entranceDoorMm: 900, flatDoorMm: 800 } },
	rent: {
		...{ years: 3, furnished: 'partly', rentCents: 620_00, availableFrom: '2027-01-01' },
		conditions: ['no-smoking', 'no-pets']
	}
};
export const longAnswers: ListingAnswers = {
	address: { street: longWord, streetNumber: '12/bis', unit: longSentence, zone: 3 },
	flat: { ...answers.flat, elements: elementIds, stoves: true }
};
export const arabicAnswers: ListingAnswers = { ...answers, address: { ...answers.address, street: arabic.street } };

const names = ['street', 'streetNumber', 'unit', 'zone', 'lift', 'entranceDoorMm', 'turningMm'];
const everywhere = (text: string) => Object.fromEntries(names.map((name) => [name, text]));

/** A form that came back with errors, with a text in every field. */
export const returned = (text: string, error: string): Returned => ({
	values: everywhere(text),
	errors: everywhere(error)
});
