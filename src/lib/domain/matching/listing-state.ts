import type { TenancyState } from '../tenancies/tenancy-state';

export type ListingEventName = 'submitted' | 'inspected' | 'published' | 'refused' | 'withdrawn';

/** The state of a landlord's listing. It follows from what happened and is never set. */
export type ListingState = 'draft' | ListingEventName | 'held' | TenancyState;

/** The furthest step of a listing. `held`: a landlord and a household have both said yes. */
export function listingState(
	events: readonly ListingEventName[],
	held: boolean,
	tenancy: TenancyState | null
): ListingState {
	if (events.includes('refused')) return 'refused';
	if (events.includes('withdrawn')) return 'withdrawn';
	if (tenancy) return tenancy;
	if (held) return 'held';
	return (['published', 'inspected', 'submitted'] as const).find((event) => events.includes(event)) ?? 'draft';
}

export type ListingAct = 'edit' | 'submit' | 'withdraw' | 'inspect' | 'publish' | 'refuse' | 'propose';

const open: Readonly<Record<ListingAct, readonly ListingState[]>> = {
	edit: ['draft'],
	submit: ['draft'],
	withdraw: ['draft', 'submitted', 'inspected', 'published'],
	inspect: ['submitted'],
	publish: ['inspected'],
	refuse: ['submitted', 'inspected'],
	propose: ['published']
};

/** Whether an act is possible in this state. */
export function canAct(state: ListingState, act: ListingAct): boolean {
	return open[act].includes(state);
}
