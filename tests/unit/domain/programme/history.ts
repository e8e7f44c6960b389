import type { DwellingHistory, MilestoneEvent } from '$lib/domain/programme/milestone';

/** A history with `events` on consecutive days of March 2026. */
export function aHistory(
	events: readonly MilestoneEvent[],
	now: { offered?: boolean; keysDelivered?: boolean; synthetic?: boolean } = {}
): DwellingHistory {
	const milestones = events.map((event, index) => ({
		event,
		at: `2026-03-${String(index + 1).padStart(2, '0')}T11:00:00.000Z`,
		...(event === 'certified' && now.synthetic && { synthetic: true })
	}));
	return { milestones, offered: now.offered ?? false, keysDelivered: now.keysDelivered ?? false };
}

export const worksDone = ['identified', 'works_planned', 'works_started', 'works_done'] as const;
export const certified = [...worksDone, 'certified'] as const;
