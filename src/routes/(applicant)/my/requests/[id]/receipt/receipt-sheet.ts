import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { readReceipt } from '$lib/server/requests/applications/reading-service';
import { config } from '$lib/server/config';
import { officeLines } from '$lib/server/platform/mail/office-lines';
import { stateNext, timelineOf } from '../../../journey-text';
import { answersInWords } from '$lib/words/answers-summary';
import { headOf, proofOf } from './receipt-text';

type Receipt = NonNullable<Awaited<ReturnType<typeof readReceipt>>>;

/** What the template of a receipt reads: the words of the page, and the office. */
export function receiptSheet(receipt: Receipt, sender: string) {
	const { request, answers, rules } = receipt;
	const { name, address } = config().office;
	const spoken = { done: m.ui_step_done(), now: m.ui_step_now(), next: m.ui_step_next() };
	return {
		agency: { name, lines: [address, ...officeLines(getLocale()).split('\n').slice(1)] },
		title: m.receipt_title(),
		synthetic: request.synthetic ? m.ui_synthetic_household() : null,
		head: headOf(request, sender, receipt.people),
		next: {
			title: m.receipt_next(),
			text: stateNext(request),
			steps: timelineOf(request.journey).map(({ label, state, when }) => ({
				...{ label, now: state === 'now' },
				note: when ? `${spoken[state]}, ${when}` : spoken[state]
			}))
		},
		answers: {
			title: m.receipt_answers(),
			text: m.receipt_answers_true(),
			cards: answersInWords(answers, request.choices, rules),
			gone: answers.needs ? null : m.receipt_health_gone()
		},
		proof: { title: m.receipt_proof(), ...proofOf(receipt) }
	};
}
