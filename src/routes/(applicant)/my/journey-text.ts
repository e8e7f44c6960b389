import type { Journey, JourneyState, JourneyStep } from '$lib/domain/application/journey';
import { m } from '$lib/paraglide/messages';
import { formatDate, formatDeadline } from '$lib/words/format';

export const stateTitle: Record<JourneyState, () => string> = {
	'notice-open': m.my_state_notice_open,
	'ranking-awaited': m.my_state_ranking_awaited,
	'offer-awaited': m.my_state_offer_awaited,
	'offer-open': m.my_state_offer_open,
	'offer-refused': m.my_state_offer_refused,
	'offer-expired': m.my_state_offer_expired,
	accepted: m.my_state_accepted,
	'contract-signed': m.my_state_contract_signed,
	'keys-delivered': m.my_state_keys_delivered,
	replaced: m.my_state_replaced,
	withdrawn: m.my_state_withdrawn,
	excluded: m.my_state_excluded
};

const next: Record<Exclude<JourneyState, 'notice-open' | 'offer-open' | 'replaced'>, () => string> = {
	'ranking-awaited': m.my_state_ranking_awaited_next,
	'offer-awaited': m.my_state_offer_awaited_next,
	'offer-refused': m.my_state_offer_refused_next,
	'offer-expired': m.my_state_offer_expired_next,
	accepted: m.my_state_accepted_next,
	'contract-signed': m.my_state_contract_signed_next,
	'keys-delivered': m.my_state_keys_delivered_next,
	withdrawn: m.my_state_withdrawn_next,
	excluded: m.my_state_excluded_next
};

type Request = {
	journey: Journey;
	notice: { closesAt: string };
	offer: { deadline: string } | null;
	/** The version that took its place. */
	later?: { protocol: string; submittedAt: string } | null;
};

/** The next step, and whose turn it is. */
export function stateNext({ journey: { state }, notice, offer, later }: Request): string {
	if (state === 'replaced')
		return m.my_state_replaced_next({ date: formatDate(later?.submittedAt ?? ''), protocol: later?.protocol ?? '' });
	if (state === 'notice-open') return m.my_state_notice_open_next({ deadline: formatDeadline(notice.closesAt) });
	if (state === 'offer-open') return m.my_state_offer_open_next({ deadline: formatDeadline(offer?.deadline ?? '') });
	return next[state]();
}

const stepName: Record<JourneyStep['id'], () => string> = {
	submitted: m.my_step_submitted,
	closed: m.my_step_closed,
	ranking: m.my_step_ranking,
	offer: m.my_step_offer,
	contract: m.my_step_contract,
	keys: m.my_step_keys
};

/** The steps of the timeline, each with the day on which it happened or until which it waits. */
export function timelineOf({ steps }: Journey) {
	return steps.map(({ id, state, at }) => ({
		label: stepName[id](),
		state,
		when: at === null ? undefined : state === 'done' ? formatDate(at) : m.my_until({ deadline: formatDeadline(at) })
	}));
}
