import type { Furnished } from '$lib/domain/rent/rent-range';
import { m } from '$lib/paraglide/messages';

export const furnishedNames: Readonly<Record<Furnished, () => string>> = {
	no: m.rent_furnished_no,
	partly: m.rent_furnished_partly,
	fully: m.rent_furnished_fully
};
