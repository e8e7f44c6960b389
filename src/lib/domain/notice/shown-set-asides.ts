import { ACCESSIBLE_FOR } from '../accessibility/set-aside';
import { isSensitive } from '../ruleset/ground-kind';
import type { RuleSet } from '../ruleset/rule-set';

/**
 * The set-aside that anybody may read of a dwelling. That households which need a dwelling fit for a wheelchair come first
 * is said, because its measures say as much. A share for a category that tells of health, hardship or violence is never
 * shown by dwelling, because a neighbour knows which household moves in.
 */
export function shownSetAside(setAside: readonly string[], { setAsides }: RuleSet): readonly string[] {
	if (setAside.join('|') === ACCESSIBLE_FOR.join('|')) return setAside;
	const groundOf = (category: string) => setAsides?.value.find((share) => share.category === category)?.ground;
	return setAside.filter((category) => !isSensitive(groundOf(category)));
}
