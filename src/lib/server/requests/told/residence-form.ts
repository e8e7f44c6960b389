import { z } from 'zod';
import { citizenships } from '$lib/domain/household/household';
import { m } from '$lib/paraglide/messages';
import { anyDay, choice, pastDay, yesNo } from '$lib/server/platform/forms/fields';

const fields = (needed: boolean) =>
	z.object({
		citizenship: choice(citizenships, needed),
		permitValidTo: anyDay.optional().transform((day) => day ?? undefined),
		regionSince: pastDay.optional(),
		municipalitySince: pastDay.optional(),
		worksInLombardy: yesNo(needed)
	});

type Since = { readonly regionSince?: string | null; readonly municipalitySince?: string | null };

/** A person that lives in Milan lives in Lombardy at least as long. */
const inOrder = ({ regionSince, municipalitySince }: Since) =>
	!regionSince || !municipalitySince || regionSince <= municipalitySince;
const regionAfter = { path: ['regionSince'], error: () => m.apply_error_region_after() };

/** Residence and citizenship of a request. No day means that the household does not live there. */
export const residenceForm = fields(true)
	.transform(({ regionSince, municipalitySince, ...given }) => ({
		...given,
		regionSince: regionSince ?? municipalitySince ?? null,
		municipalitySince: municipalitySince ?? null
	}))
	.refine(inOrder, regionAfter);

export const livingPlaces = ['milan', 'lombardy', 'elsewhere'] as const;

/** Residence and citizenship in the check, where a blank is not told: `livesIn` says where, the days since when. */
export const residenceCheck = fields(false)
	.extend({ livesIn: choice(livingPlaces, false) })
	.refine(({ livesIn, regionSince }) => !(livesIn === 'elsewhere' && regionSince), {
		path: ['regionSince'],
		error: () => m.check_error_lives_elsewhere()
	})
	.refine(({ livesIn, municipalitySince }) => !municipalitySince || livesIn === undefined || livesIn === 'milan', {
		path: ['municipalitySince'],
		error: () => m.check_error_not_in_milan()
	})
	.refine(inOrder, regionAfter)
	.transform(({ livesIn, ...given }) => ({ ...given, ...placeOf(livesIn, given) }));

/** Undefined: not told. Null: does not live there. */
function placeOf(livesIn: (typeof livingPlaces)[number] | undefined, since: Since) {
	const municipality = since.municipalitySince ?? undefined;
	const region = since.regionSince ?? municipality;
	if (livesIn === 'elsewhere') return { livesInLombardy: false, regionSince: null, municipalitySince: null };
	if (livesIn === 'lombardy') return { livesInLombardy: true, regionSince: region, municipalitySince: null };
	const lives = livesIn === 'milan' || region !== undefined;
	return { livesInLombardy: lives || undefined, regionSince: region, municipalitySince: municipality };
}
