import { expect, test } from 'vitest';
import { noHealthFacts } from '$lib/domain/accessibility/needs';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { checklistOf } from '$lib/domain/verification/checklist';
import { comparedPoints } from '$lib/words/rules/compared-points';
import { aHousehold } from '../../support/builders/household';

const at = '2026-11-21T10:00:00.000Z';
const declared = {
	household: aHousehold({ home: { kind: 'rented', netAreaDm2: 6000, eviction: 'enforceable', unhealthy: true } }),
	health: noHealthFacts
};
const last = (act: 'corrected' | 'not-proven' | 'accepted' | 'reopened', text: string) => ({ act, text, at });

test('a line that changed says what was found, on which day and why; another line says nothing', () => {
	const findings = [
		{ fact: 'eviction', act: 'corrected', value: 'none' },
		{ fact: 'unhealthy', act: 'not-proven' }
	] as const;
	const { score } = checklistOf(declared, findings, agency2026, '2026-11-01');
	const { lines, changed } = comparedPoints(score, [
		{ fact: 'eviction', last: last('corrected', 'Lo sfratto è annullato.') },
		{ fact: 'unhealthy', last: last('not-proven', 'Manca la dichiarazione.') },
		{ fact: 'municipalitySince', last: last('accepted', 'Nessun motivo qui.') },
		{ fact: 'members', last: null }
	]);
	expect(changed).toBe(true);
	const told = lines.filter(({ why }) => why.length > 0);
	expect(told.map(({ changed: isChanged }) => isChanged)).toEqual([true, true]);
	expect(told.flatMap(({ why }) => why).join('\n')).toMatch(
		/corretto il 21 novembre 2026.*Lo sfratto è annullato[\s\S]*non dimostrato il 21 novembre 2026.*Manca la dichiarazione/
	);
	expect(JSON.stringify(lines)).not.toContain('Nessun motivo qui');
});

test('a fact whose check began anew is no reason any more', () => {
	const { score } = checklistOf(declared, [{ fact: 'eviction', act: 'reopened' }], agency2026, '2026-11-01');
	const { lines, changed } = comparedPoints(score, [
		{ fact: 'eviction', last: last('reopened', 'Si guarda di nuovo.') }
	]);
	expect(changed).toBe(false);
	expect(lines.flatMap(({ why }) => why)).toEqual([]);
});
