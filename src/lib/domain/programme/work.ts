/** The events of a work. It may be suspended and resumed more than once; the others happen once. */
export const workEvents = ['planned', 'started', 'suspended', 'resumed', 'done'] as const;
export type WorkEvent = (typeof workEvents)[number];

/** The same as milestones of the dwelling. */
export type WorkMilestone = `works_${WorkEvent}`;
export const workMilestone = (event: WorkEvent): WorkMilestone => `works_${event}`;

const milestones: ReadonlyMap<string, WorkEvent> = new Map(workEvents.map((event) => [workMilestone(event), event]));

/** The event of the work that a milestone of the dwelling tells; undefined for any other milestone. */
export const workEventOf = (milestone: string): WorkEvent | undefined => milestones.get(milestone);
