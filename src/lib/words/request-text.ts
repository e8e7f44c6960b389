import type { RequestState, Turn } from '$lib/domain/application/turn';
import { m } from '$lib/paraglide/messages';
import { formatDeadline } from './format';

/** What is true of a request now, told to somebody else than its household. */
export const requestStateText: Readonly<Record<RequestState, () => string>> = {
	'notice-open': m.files_now_notice_open,
	'ranking-awaited': m.files_now_ranking_awaited,
	'offer-awaited': m.files_now_offer_awaited,
	'offer-open': m.files_now_offer_open,
	'offer-refused': m.files_now_offer_refused,
	'offer-expired': m.files_now_offer_expired,
	accepted: m.files_now_accepted,
	'contract-signed': m.files_now_contract_signed,
	'keys-delivered': m.files_now_keys_delivered,
	replaced: m.files_now_replaced,
	withdrawn: m.files_now_withdrawn,
	excluded: m.files_now_excluded,
	'rejection-open': m.files_now_rejection_open,
	'rejection-due': m.files_now_rejection_due
};

const who: Readonly<Record<Turn['who'], () => string>> = {
	household: m.files_who_household,
	office: m.files_who_office,
	nobody: m.files_who_nobody
};

const urgent: readonly RequestState[] = ['offer-open', 'rejection-open', 'rejection-due'];
const over: readonly RequestState[] = ['replaced', 'withdrawn', 'excluded', 'offer-expired', 'offer-refused'];

/** Whose turn a request is, for a table of the office. */
export const turnText = ({ state, who: acts, until }: Turn) => ({
	state: requestStateText[state](),
	kind: urgent.includes(state) ? ('due' as const) : over.includes(state) ? ('stop' as const) : ('plain' as const),
	who: who[acts](),
	until: until === null ? m.files_until_none() : formatDeadline(until)
});
