import type { DocumentId } from '../documents/document';
import { citizenships, emergencyGrounds, evictions, hasPermit, homeKinds, iseeKinds } from './choices';
import type { Citizenship, EmergencyGround, Eviction, HomeKind } from './choices';
import * as is from './fact-kinds';
import type { FactKind, KindValue } from './fact-kinds';

/**
 * A fact that a household can declare.
 * asked: of every household, or only where the rules of a notice look at it (`if-used`).
 * answer: a request goes on without an `optional` one; left out, it is needed.
 * blank: what stands for a fact that is always asked while nobody has told it. It gives no points.
 * withoutHome: what the fact is for a household that has no home; leftOutWithoutHome: what its blank means on the page of such
 * a household, which does not ask it.
 * proof: the document that proves it, by its value where that decides; null: the agency reads it in the public registers
 * itself (D.P.R. 445/2000 art. 43), or takes the household's word.
 */
export type Fact = {
	readonly is: FactKind;
	readonly answer?: 'optional';
	readonly withoutHome?: false | null | 0;
	readonly leftOutWithoutHome?: 'none';
	readonly proof: DocumentId | null | ((value: never) => DocumentId | readonly DocumentId[] | null);
} & ({ readonly asked: 'always'; readonly blank: unknown } | { readonly asked: 'if-used' });

function permitOf(citizenship: Citizenship): readonly DocumentId[] {
	if (!hasPermit(citizenship)) return [];
	return citizenship === 'two-year-permit-and-work' ? ['permit', 'work'] : ['permit'];
}

function evictionPaper(eviction: Eviction): DocumentId | null {
	return eviction === 'none' ? null : `eviction-${eviction}`;
}

/**
 * Every fact, by the group in which it is stored. Forms, drafts, requests, summaries and judgements go through this list,
 * so that a fact that stands here is lost nowhere. The order is that of the questions.
 */
export const facts = {
	people: {
		/** The applicant included; at least one. The order means nothing. */
		members: { is: is.people, asked: 'always', blank: [], proof: null }
	},
	residence: {
		/** First day of unbroken residence in the municipality; null for none. */
		municipalitySince: { is: is.since, asked: 'always', blank: null, proof: null },
		/** The same in Lombardy. */
		regionSince: { is: is.since, asked: 'always', blank: null, proof: null },
		worksInLombardy: { is: is.yesNo, asked: 'always', blank: false, proof: null },
		citizenship: { is: is.oneOf(citizenships), asked: 'always', blank: 'other', proof: permitOf },
		/** Last day of the permit; absent: not declared, or none is needed. */
		permitValidTo: { is: is.day, asked: 'if-used', answer: 'optional', proof: null },
		/** Residence before the unbroken one, with gaps; absent: none declared. */
		earlierResidence: { is: is.spans, asked: 'if-used', answer: 'optional', proof: null }
	},
	home: {
		kind: {
			is: is.oneOf(homeKinds),
			asked: 'always',
			blank: 'rented',
			proof: (kind: HomeKind) => (kind === 'none' || kind === 'improper' ? 'no-home' : null)
		},
		/** Net area; null when there is no home or it is not known. */
		netAreaDm2: {
			is: is.area,
			asked: 'always',
			answer: 'optional',
			blank: null,
			withoutHome: null,
			proof: 'home-size'
		},
		/** One that a household without a home tells of is asked about (domain/plausibility). */
		eviction: {
			is: is.oneOf(evictions),
			asked: 'always',
			blank: 'none',
			leftOutWithoutHome: 'none',
			proof: evictionPaper
		},
		/** Declared unfit for living by the health authority. */
		unhealthy: { is: is.yesNo, asked: 'always', blank: false, withoutHome: false, proof: 'unhealthy-home' },
		/** Shared with another household. */
		shared: { is: is.yesNo, asked: 'if-used', withoutHome: false, proof: null }
	},
	property: {
		/** Owns, anywhere the notice looks, a dwelling adequate for the household. */
		ownsAdequateHome: { is: is.yesNo, asked: 'always', blank: false, proof: null }
	},
	/** Facts that touch health or safety. They are sealed with the needs. */
	circumstances: {
		disabilities: { is: is.disabilities, asked: 'if-used', proof: 'serious-handicap' },
		/** Steps, doors or a bathroom of the present home that a disabled member cannot use. */
		homeHasBarriers: { is: is.yesNo, asked: 'if-used', withoutHome: false, proof: 'home-barriers' },
		emergency: {
			is: is.someOf(emergencyGrounds),
			asked: 'if-used',
			proof: (grounds: readonly EmergencyGround[]) => grounds
		}
	},
	income: {
		/** Ordinary or current ISEE. */
		iseeCents: { is: is.money, asked: 'always', blank: Number.MAX_SAFE_INTEGER, proof: 'isee' },
		iseeKind: { is: is.oneOf(iseeKinds), asked: 'if-used', answer: 'optional', proof: 'isee' },
		/** Last day on which the ISEE can be used. */
		iseeValidTo: { is: is.day, asked: 'if-used', answer: 'optional', proof: 'isee' },
		/** Money and property of the ISEE declaration; null when not declared. */
		assetsCents: { is: is.money, asked: 'always', answer: 'optional', blank: null, proof: 'isee' }
	},
	earlier: {
		/** Lost a public dwelling by its own act in the last five years. */
		lostPublicDwelling: { is: is.happened, asked: 'always', blank: false, proof: null },
		/** Culpable arrears for a public dwelling, still unpaid. */
		unpaidArrears: { is: is.happened, asked: 'always', blank: false, proof: null },
		/** Occupied a dwelling without title in the last five years. */
		squatted: { is: is.happened, asked: 'always', blank: false, proof: null }
	}
} as const satisfies Record<string, Record<string, Fact>>;

type Facts = typeof facts;
export type FactGroup = keyof Facts;
/** Every fact with its entry, without the groups. */
type AllFacts = { [Group in FactGroup]: (given: Facts[Group]) => void }[FactGroup] extends (given: infer All) => void
	? All
	: never;
export type FactName = keyof AllFacts;
/** A question about part of a fact: the percentage of a disability, and the allowance. */
export type FactDetail = 'disabilityDetails';
/** The facts that are asked only where the rules of a notice look at them. */
export type FactIfUsed = { [Name in FactName]: AllFacts[Name]['asked'] extends 'if-used' ? Name : never }[FactName];

type ValueOf<One extends Fact> = KindValue<One['is']> | (One extends { readonly blank: null } ? null : never);

/** The value of a fact that was told. */
export type FactValue<Name extends FactName> = ValueOf<AllFacts[Name]>;

/** The facts of a group as they are stored; one that only some rule sets ask can be absent. */
export type FactsOf<Group extends FactGroup> = {
	readonly [Name in Exclude<keyof Facts[Group], FactIfUsed> & FactName]: FactValue<Name>;
} & {
	readonly [Name in keyof Facts[Group] & FactIfUsed]?: FactValue<Name>;
};

/** Where the facts of a group stand in a request: the part of the answers, and the member of that part, if any. */
export const placeOf = {
	people: { part: 'members' },
	residence: { part: 'residence' },
	home: { part: 'home', within: 'home' },
	property: { part: 'home' },
	circumstances: { part: 'circumstances' },
	income: { part: 'income' },
	earlier: { part: 'income', within: 'earlier' }
} as const satisfies Record<FactGroup, { readonly part: string; readonly within?: string }>;

/** A part of a request that asks facts. */
export type FactPart = (typeof placeOf)[FactGroup]['part'];

export const factGroups = Object.keys(facts) as readonly FactGroup[];
export const factOf = Object.assign({}, ...Object.values(facts)) as Readonly<Record<FactName, Fact>>;
/** The documents that prove a fact of this value. */
export function proofsOf(name: FactName, value: unknown): readonly DocumentId[] {
	const { proof } = factOf[name];
	if (typeof proof !== 'function') return proof === null ? [] : [proof];
	return value === undefined ? [] : [proof(value as never) ?? []].flat();
}

/** Whether a household that says that it has no home has to answer. */
export const isAskedWithoutHome = (name: FactName): boolean =>
	factOf[name].withoutHome === undefined && factOf[name].leftOutWithoutHome === undefined;

export const factNames = Object.keys(factOf) as readonly FactName[];

export const namesIn = (group: FactGroup) => Object.keys(facts[group]) as readonly FactName[];

/** The facts that a part of a request asks, in the order of its questions. */
export const factsOfPart = (part: FactPart): readonly FactName[] =>
	factGroups.filter((group) => placeOf[group].part === part).flatMap(namesIn);

export const groupOf = (name: FactName): FactGroup => factGroups.find((group) => name in facts[group])!;

/** The part of a request that asks a fact. */
export const partOf = (name: FactName): FactPart => placeOf[groupOf(name)].part;
