import type { Typed } from '$lib/ui/household/typed';
import { arabic, longSentence, longWord } from './texts';

const typed = (
	texts: Readonly<Record<string, string>>,
	lists: Readonly<Record<string, readonly string[]>> = {},
	errors: Readonly<Record<string, string>> = {}
): Typed => ({ text: (name) => texts[name], list: (name) => lists[name] ?? [], errors });

/** Every field of the questions about a household, with the same text. */
const names = [
	...['kind', 'netArea', 'eviction', 'unhealthy', 'shared', 'ownsAdequateHome', 'isee', 'iseeKind', 'iseeValidTo'],
	...['assets', 'earlier', 'municipalitySince', 'regionSince', 'worksInLombardy', 'citizenship', 'permitValidTo'],
	...['spanPlace-1', 'spanFrom-1', 'spanTo-1', 'hasDisability', 'percent-1', 'homeHasBarriers', 'emergency']
];
const everywhere = (text: string) => Object.fromEntries(names.map((name) => [name, text]));

export const nothingTyped = typed({});
export const usuallyTyped = typed(
	{
		kind: 'rented',
		netArea: '48,5',
		eviction: 'notified',
		isee: '12.400,00',
		worksInLombardy: 'yes',
		'percent-1': '80'
	},
	{ earlier: ['squatted'], emergency: ['violence'], 'disability-1': ['serious'] }
);
export const wronglyTyped = typed(everywhere('x'), {}, everywhere('Controlla questa risposta.'));
export const longTyped = typed(everywhere(longWord), {}, everywhere(`${longSentence} ${longWord}`));
export const arabicTyped = typed(everywhere(arabic.name), {}, everywhere(arabic.error));
