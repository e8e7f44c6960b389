import type { DocumentId } from '$lib/domain/documents/document';
import { factOf, type FactName, type FactValue } from '$lib/domain/household/facts';
import { fieldOf } from '$lib/domain/household/fact-fields';
import { m } from '$lib/paraglide/messages';
import { citizenshipName, emergencyName, evictionName, homeKindName, iseeKindName } from './household-names';

/** A fact that is asked by more than one field, and has a component of its own. */
export type FactOfMany = 'members' | 'earlierResidence' | 'disabilities';
export type FactOfOne = Exclude<FactName, FactOfMany>;

/**
 * The words of the question about a fact. `hintInCheck`: the hint in the check, where a blank means that the fact is
 * not told.
 */
export type FactWords<Choice extends string = string> = {
	readonly label: () => string;
	readonly hint?: () => string;
	readonly hintInCheck?: () => string;
	/** For a fact that is chosen from a list. */
	readonly choices?: Readonly<Record<Choice, () => string>>;
	readonly choiceHints?: Readonly<Partial<Record<Choice, () => string>>>;
};

/** The choices of a fact, one or several of which are its value; a day, also a text, has none. */
type ChoiceOf<Name extends FactOfOne> =
	NonNullable<FactValue<Name>> extends readonly (infer Choice extends string)[]
		? Choice
		: string extends NonNullable<FactValue<Name>>
			? never
			: Extract<FactValue<Name>, string>;

type WordsOf<Name extends FactOfOne> = [ChoiceOf<Name>] extends [never]
	? Omit<FactWords, 'choices' | 'choiceHints'>
	: FactWords<ChoiceOf<Name>> & Required<Pick<FactWords<ChoiceOf<Name>>, 'choices'>>;

const words: { readonly [Name in FactOfOne]: WordsOf<Name> } = {
	municipalitySince: {
		label: m.apply_municipality_since,
		hint: m.apply_since_hint,
		hintInCheck: m.check_since_hint
	},
	regionSince: { label: m.apply_region_since, hint: m.apply_since_hint, hintInCheck: m.check_since_hint },
	worksInLombardy: { label: m.apply_works },
	citizenship: { label: m.apply_citizenship, choices: citizenshipName },
	permitValidTo: { label: m.apply_permit_valid_to, hint: m.apply_permit_valid_to_hint },
	kind: {
		label: m.apply_home_kind,
		choices: homeKindName,
		choiceHints: { improper: m.apply_home_kind_improper_hint }
	},
	netAreaDm2: { label: m.apply_home_area, hint: m.apply_home_area_hint },
	eviction: { label: m.apply_eviction, choices: evictionName },
	unhealthy: { label: m.apply_unhealthy },
	shared: { label: m.apply_shared, hint: m.apply_shared_hint },
	ownsAdequateHome: { label: m.apply_owns, hint: m.apply_owns_hint },
	homeHasBarriers: { label: m.apply_barriers, hint: m.apply_barriers_hint },
	emergency: {
		label: m.apply_emergency,
		hint: m.apply_emergency_hint,
		choices: emergencyName,
		choiceHints: { violence: m.apply_emergency_violence_hint }
	},
	iseeCents: { label: m.apply_isee, hint: m.apply_isee_hint },
	iseeKind: { label: m.apply_isee_kind, choices: iseeKindName },
	iseeValidTo: { label: m.apply_isee_valid_to, hint: m.apply_isee_valid_to_hint },
	assetsCents: { label: m.apply_assets, hint: m.apply_assets_hint, hintInCheck: m.check_assets_hint },
	lostPublicDwelling: { label: m.apply_earlier_lost },
	unpaidArrears: { label: m.apply_earlier_arrears },
	squatted: { label: m.apply_earlier_squatted }
};

export const factWords: Readonly<Record<FactOfOne, FactWords>> = words;

export const isOfOne = (name: FactName): name is FactOfOne => Object.hasOwn(words, name);

const labelsOfMany: Readonly<Record<FactOfMany, () => string>> = {
	members: m.apply_household_members,
	earlierResidence: m.apply_spans,
	disabilities: m.apply_has_disability
};

/** The question about a fact, or the title of its questions. */
export const factLabel = (name: FactName): string => (isOfOne(name) ? factWords[name].label() : labelsOfMany[name]());

/** The choices of a fact for a group of buttons or boxes. */
export function factOptions(name: FactOfOne): { value: string; label: string; hint?: string }[] {
	const { choices = {}, choiceHints = {} } = factWords[name];
	return Object.entries(choices).map(([value, label]) => ({ value, label: label(), hint: choiceHints[value]?.() }));
}

/** The name of a document, and the office that issues it. */
export const documentText: Readonly<Record<DocumentId, () => string>> = {
	identity: m.document_identity,
	isee: m.document_isee,
	permit: m.document_permit,
	work: m.document_work,
	'eviction-notified': m.document_eviction_notified,
	'eviction-enforceable': m.document_eviction_enforceable,
	'no-home': m.document_no_home,
	'unhealthy-home': m.document_unhealthy_home,
	'home-size': m.document_home_size,
	'home-barriers': m.document_home_barriers,
	'serious-handicap': m.document_serious_handicap,
	'civil-disability': m.document_civil_disability,
	'eviction-carried-out': m.document_eviction_carried_out,
	'home-unusable': m.document_home_unusable,
	violence: m.document_violence,
	'no-shelter': m.document_no_shelter,
	'leaving-care': m.document_leaving_care
};

/**
 * The errors of a page for the list above it, each with the question that it is about: five times "choose an answer" would
 * not say where. The errors beside the fields stay as they are.
 */
export function namedErrors(errors: Readonly<Record<string, string>> | undefined): Record<string, string> | undefined {
	return errors && Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, named(field, error)]));
}

function named(field: string, error: string): string {
	const name = (Object.keys(words) as FactOfOne[]).find((one) => fieldOf(one) === field);
	if (!name || factOf[name].is.kind === 'happened') return error;
	const label = words[name].label();
	return /[?.:]$/.test(label) ? `${label} ${error}` : `${label}: ${error}`;
}
