import type { Member } from '../household/fact-parts';
import type { FactName } from '../household/facts';
import type { DeclaredFacts, Finding } from '../verification/finding';
import { valuesOf, verifiedFacts } from '../verification/verified-facts';
import type { AcceptedChange } from './change';
import { countsFor, type ChangeEffect } from './when-it-counts';

/**
 * The facts of a household after the changes that count for an effect, in the order in which they happened. `facts`: as the
 * office verified them for the day of sending.
 */
export function factsAfter(
	facts: DeclaredFacts,
	changes: readonly AcceptedChange[],
	effect: ChangeEffect
): DeclaredFacts {
	return countingOnes(changes, effect).reduce((now, change) => verifiedFacts(now, changedBy(now, change)), facts);
}

/** The facts that changes say anew, which no longer rest on what was declared. */
export function factsChanged(changes: readonly AcceptedChange[], facts: DeclaredFacts, effect: ChangeEffect) {
	const names = countingOnes(changes, effect).flatMap((change) => changedBy(facts, change).map(({ fact }) => fact));
	return new Set<FactName>(names);
}

/** Whether the applicant died and no member took the place. */
export function isWithoutApplicant({ household }: DeclaredFacts, changes: readonly AcceptedChange[]): boolean {
	const gone = changes.flatMap((change) => (change.kind === 'death' ? [change.member] : []));
	return household.members.some(({ id, relation }) => relation === 'applicant' && gone.includes(id));
}

const countingOnes = (changes: readonly AcceptedChange[], effect: ChangeEffect) =>
	changes
		.filter(({ kind, on }) => countsFor(kind, effect, on))
		.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));

/** The new values of the facts that a change is about. */
function changedBy(facts: DeclaredFacts, change: AcceptedChange): readonly Finding[] {
	const { members } = facts.household;
	switch (change.kind) {
		case 'birth':
			return [value('members', [...members, bornInto(members, change)])];
		case 'death':
			return [value('members', membersAfterDeath(members, change))];
		case 'separation':
			return [
				value(
					'members',
					members.filter(({ id, relation }) => relation === 'applicant' || !change.members.includes(id))
				)
			];
		case 'move':
			return movedFacts(facts, change);
		case 'disability':
			return [value('disabilities', disabilitiesAfter(facts, change))];
	}
}

const value = (fact: FactName, now: unknown): Finding => ({ fact, act: 'corrected', value: now });

/** `m` and the first number that nobody of the household has. */
function bornInto(members: readonly Member[], { on, relation }: Of<'birth'>): Member {
	const taken = new Set(members.map(({ id }) => id));
	let number = members.length + 1;
	while (taken.has(`m${number}`)) number += 1;
	return { id: `m${number}`, relation, birthDate: on };
}

type Of<Kind extends AcceptedChange['kind']> = Extract<AcceptedChange, { readonly kind: Kind }>;

/**
 * The household without a member who died. An applicant without a successor stays: the office decides first who asks for the home.
 * A successor's relation to the others is known only for the children of a couple.
 */
function membersAfterDeath(members: readonly Member[], { member, successor }: Of<'death'>): readonly Member[] {
	const died = members.find(({ id }) => id === member);
	const next = members.find(({ id }) => id === successor && id !== member);
	const others = members.filter(({ id }) => id !== member);
	if (died?.relation !== 'applicant') return others;
	if (!next) return members;
	const isOfCouple = next.relation === 'spouse' || next.relation === 'partner';
	return others.map((one): Member => {
		if (one.id === next.id) return { ...one, relation: 'applicant' };
		return isOfCouple && one.relation === 'child' ? one : { ...one, relation: 'other' };
	});
}

/** A household that moved has the home that it tells of. What made the old home a hardship is gone with it. */
function movedFacts(facts: DeclaredFacts, { to, home, netAreaDm2 }: Of<'move'>): readonly Finding[] {
	const told = valuesOf(facts);
	const gone: readonly FactName[] = ['unhealthy', 'shared', 'homeHasBarriers'];
	return [
		value('kind', home),
		value('netAreaDm2', netAreaDm2),
		value('eviction', 'none'),
		...gone.filter((name) => told[name] !== undefined).map((name) => value(name, false)),
		...(to === 'same' ? [] : [value('municipalitySince', null)]),
		...(to === 'elsewhere' ? [value('regionSince', null)] : [])
	];
}

function disabilitiesAfter(facts: DeclaredFacts, change: Of<'disability'>) {
	const { member, percent, serious, attendanceAllowance } = change;
	const others = (valuesOf(facts).disabilities ?? []).filter((one) => one.member !== member);
	return [...others, { member, percent, serious, attendanceAllowance }];
}
