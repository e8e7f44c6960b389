import type { Member } from '$lib/domain/household/fact-parts';
import { isSettled } from '$lib/domain/verification/finding';
import { m } from '$lib/paraglide/messages';
import type { readOwnCheck } from '$lib/server/requests/verification/answer-service';
import { formatDate, formatDeadline } from '$lib/words/format';
import { checkStateName, checkWayName, factName, factValueText } from '$lib/words/verification-text';

type Row = NonNullable<Awaited<ReturnType<typeof readOwnCheck>>>['rows'][number];

/** A fact as the household declared it, beside what the office found, by what check, from which source and on which day. */
export function foundText({ fact, state, declared, verified, last }: Row, members: readonly Member[]) {
	const found = isSettled(state) && state !== 'not-proven';
	const looked = last?.how && [checkWayName[last.how](), last.source, last.on && formatDate(last.on)];
	return {
		fact: factName(fact),
		state: checkStateName[state](),
		kind: isSettled(state) ? (state === 'accepted' ? ('plain' as const) : ('stop' as const)) : ('due' as const),
		declared: factValueText(fact, declared, members),
		verified: found ? factValueText(fact, verified, members) : null,
		how: looked ? looked.filter(Boolean).join(', ') : null,
		text: last?.text ?? null,
		until: last?.act === 'asked' && last.deadline ? m.check_until({ deadline: formatDeadline(last.deadline) }) : null
	};
}

export type FoundText = ReturnType<typeof foundText>;
