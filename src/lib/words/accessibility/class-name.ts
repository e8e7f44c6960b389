import type { AccessClass } from '$lib/domain/accessibility/classify';
import { m } from '$lib/paraglide/messages';

/** The class of the decree, in a word. */
export const className: Record<AccessClass, () => string> = {
	accessible: m.class_accessible,
	visitable: m.class_visitable,
	adaptable: m.class_adaptable,
	none: m.class_none,
	unknown: m.class_unknown
};
