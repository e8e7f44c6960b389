import { euros } from '../amounts';

/** An amount with the words that name it: `Gli impegni`. */
export type Named = { readonly name: string; readonly cents: bigint };

/** `I pagamenti (5,00 €) superano gli impegni (4,00 €) di 1,00 €: controlli …`. @param verb `supera` or `superano` */
export function exceeds(more: Named, verb: string, less: Named, advice: string): string {
	return `${exceedsNothing(more, verb, less).slice(0, -1)} di ${euros(more.cents - less.cents)}: ${advice}.`;
}

/** The same where the other amount has no record, which another check asks for. */
export function exceedsNothing(more: Named, verb: string, less: Named): string {
	return `${more.name} (${euros(more.cents)}) ${verb} ${less.name} (${euros(less.cents)}).`;
}
