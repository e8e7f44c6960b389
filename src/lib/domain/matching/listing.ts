import type { Day, Instant } from '../calendar/instant';
import type { LawfulCondition } from './rented-home';
import type { ListingMeasures } from './listing-measures';
import type { ListingEventName, ListingState } from './listing-state';
import type { ElementId } from '../rent/agreement';
import type { Furnished } from '../rent/rent-range';
import type { Kitchen } from '../rent/settle-elements';

/** The answers of a landlord, step by step. A missing step was not reached. Areas in hundredths of a square metre. */
export type ListingAnswers = {
	readonly address?: {
		readonly street: string;
		readonly streetNumber: string;
		readonly unit: string | null;
		readonly zone: number;
	};
	readonly flat?: {
		readonly areaDm2: number;
		readonly netAreaDm2: number;
		readonly rooms: number;
		readonly floor: number;
		readonly cadastralCategory: string | null;
		readonly energyClass: string | null;
		readonly elements: readonly ElementId[];
		readonly stoves: boolean;
		/** Absent in answers of before the question, which ticked the element B1. */
		readonly kitchen?: Kitchen | null;
	};
	/** `survey`: the agency measures it at the inspection. */
	readonly access?: { readonly survey: boolean; readonly measures: ListingMeasures };
	readonly rent?: {
		readonly years: number;
		readonly furnished: Furnished;
		/** Cents a month. */
		readonly rentCents: number;
		readonly availableFrom: Day;
		readonly conditions: readonly LawfulCondition[];
	};
};

export type ListingStep = keyof ListingAnswers;
export const listingSteps = ['address', 'flat', 'access', 'rent'] as const satisfies readonly ListingStep[];

export type ListingEvent = {
	readonly event: ListingEventName;
	readonly at: Instant;
	readonly detail: ListingEventDetail | null;
};

/** The result of an inspection: the agency's measures, which replace the declared ones, or the reason for a refusal. */
export type ListingEventDetail = {
	readonly on?: Day;
	readonly note?: string;
	readonly netAreaDm2?: number;
	readonly measures?: ListingMeasures;
	readonly reason?: string;
};

export type Listing = {
	readonly id: string;
	readonly accountId: string;
	readonly dwellingId: string | null;
	readonly answers: ListingAnswers;
	readonly revision: number;
	readonly synthetic: boolean;
	readonly createdAt: Instant;
	readonly events: readonly ListingEvent[];
	readonly state: ListingState;
};

/** The first step without an answer; null when all have one. */
export function nextStep(answers: ListingAnswers): ListingStep | null {
	return listingSteps.find((step) => !answers[step]) ?? null;
}
