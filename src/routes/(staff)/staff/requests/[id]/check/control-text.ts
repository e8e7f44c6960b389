import { m } from '$lib/paraglide/messages';
import type { readControl } from '$lib/server/requests/controls/control-service';
import { controlOutcomeName, stratumName } from '$lib/words/control-text';
import { formatDate, formatDateTime, formatDeadline } from '$lib/words/format';

/** The control of a request in words; null where it was not drawn. */
export function controlText(control: Awaited<ReturnType<typeof readControl>>) {
	if (!control) return null;
	const { drawnAt, dueAt, stratum, outcome, decider, decidedAt } = control;
	const ended = outcome && {
		outcome: controlOutcomeName[outcome](),
		...{ who: decider ?? '', when: formatDateTime(decidedAt!) }
	};
	return {
		lead: m.control_drawn_lead({
			when: formatDate(drawnAt!),
			deadline: formatDeadline(dueAt),
			group: stratumName[stratum]()
		}),
		ended: ended && m.control_ended(ended)
	};
}
