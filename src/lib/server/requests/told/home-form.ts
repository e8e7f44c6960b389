import { z } from 'zod';
import { evictions, homeKinds } from '$lib/domain/household/household';
import { m } from '$lib/paraglide/messages';
import { choice, hundredths, yesNo } from '$lib/server/platform/forms/fields';

/** The home of today. `needed`: a request asks for every answer, the check lets blanks be. */
export const homeForm = (needed: boolean, asked: { readonly shared: boolean }) =>
	z
		.object({
			kind: choice(homeKinds, needed),
			netArea: hundredths(m.apply_error_area).optional(),
			eviction: choice(evictions, needed),
			unhealthy: yesNo(needed),
			shared: yesNo(needed && asked.shared),
			ownsAdequateHome: yesNo(needed)
		})
		.transform(({ netArea, ...about }) => ({ ...about, netAreaDm2: netArea ?? undefined }));
