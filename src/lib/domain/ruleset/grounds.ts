import type { Quota } from '../allocation/round';
import { isSensitive, type GroundKind } from './ground-kind';
import type { RuleSet } from './rule-set';
import type { RuleValue } from './rule-value';
import { usualCategory } from './usual-grounds';

/** A ground of a rule set that tells of health, hardship or violence, or that nobody marked. */
export interface SensitiveGround {
	/** `scoring.severeDisability`, `setAsides.indigent`. */
	readonly path: string;
	/** Undefined where nobody marked it. */
	readonly ground: GroundKind | undefined;
}

/**
 * The sensitive grounds of a notice, by path. None: its round may be published as anybody can recompute it.
 * @param categories those that some dwelling of the notice is set aside for: accessible dwellings always are, whatever the rules say
 */
export function sensitiveGrounds(rules: RuleSet, categories: Iterable<string>): SensitiveGround[] {
	const marked: SensitiveGround[] = [];
	for (const part of ['eligibility', 'scoring'] as const) {
		for (const [name, rule] of Object.entries<RuleValue<unknown> | undefined>(rules[part])) {
			if (rule) marked.push({ path: `${part}.${name}`, ground: rule.ground });
		}
	}
	if (rules.carersRoomCounts.value) marked.push({ path: 'carersRoomCounts', ground: rules.carersRoomCounts.ground });
	for (const list of ['setAsides', 'quotas'] as const) {
		for (const { category, ground } of rules[list]?.value ?? []) marked.push({ path: `${list}.${category}`, ground });
	}
	const shares = new Set(rules.setAsides?.value.map(({ category }) => category));
	for (const category of new Set(categories)) {
		if (!shares.has(category)) marked.push({ path: `setAsides.${category}`, ground: usualCategory(category) });
	}
	return marked.filter(({ ground }) => isSensitive(ground)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The quotas of a rule set as a round has them, without their marks. */
export const quotasOf = ({ quotas }: Pick<RuleSet, 'quotas'>): Quota[] =>
	(quotas?.value ?? []).map(({ kind, category, places }) => ({ kind, category, places }));
