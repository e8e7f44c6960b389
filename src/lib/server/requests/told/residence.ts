import type { Told } from '$lib/domain/household/told';
import { m } from '$lib/paraglide/messages';
import { choice } from '$lib/server/platform/forms/fields';
import { textOf, type Read, type Reading } from './reading';

export const livingPlaces = ['milan', 'lombardy', 'elsewhere'] as const;

/**
 * The facts that follow from the days of residence. A request takes a blank day for "does not live there". The check
 * takes it for not told, and asks in `livesIn` where the household lives. Living in Milan is living in Lombardy at
 * least as long.
 */
export function readLiving({ told }: Read, form: FormData, { needed }: Pick<Reading, 'needed'>): Read {
	const municipality = told.municipalitySince ?? undefined;
	const region = told.regionSince ?? municipality;
	const errors: Record<string, string> =
		region && municipality && region > municipality ? { regionSince: m.apply_error_region_after() } : {};
	if (needed) return { told: { regionSince: region ?? null, municipalitySince: municipality ?? null }, errors };
	const livesIn = choice(livingPlaces, false).safeParse(textOf(form, 'livesIn'));
	if (!livesIn.success) return { told: {}, errors: { livesIn: m.apply_error_choose() } };
	if (livesIn.data === 'elsewhere' && told.regionSince) {
		return { told: {}, errors: { regionSince: m.check_error_lives_elsewhere() } };
	}
	if (municipality && livesIn.data !== undefined && livesIn.data !== 'milan') {
		return { told: {}, errors: { municipalitySince: m.check_error_not_in_milan() } };
	}
	return { told: livingIn(livesIn.data, region, municipality), errors };
}

/** Undefined: not told. Null: does not live there. */
function livingIn(
	place: (typeof livingPlaces)[number] | undefined,
	regionSince: string | undefined,
	municipalitySince: string | undefined
): Told {
	if (place === 'elsewhere') return { livesInLombardy: false, regionSince: null, municipalitySince: null };
	if (place === 'lombardy') return { livesInLombardy: true, regionSince, municipalitySince: null };
	const lives = place === 'milan' || regionSince !== undefined;
	return { livesInLombardy: lives || undefined, regionSince, municipalitySince };
}
